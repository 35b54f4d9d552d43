// How a page talks to Moduli in a frame. Copy this, and give the frame's address ?origin= with the origin of your page.
const frame = document.querySelector('#frame')
const said = document.querySelector('#said')
// A frame with sandbox="allow-scripts" has no origin: then messages go to '*', and come from 'null'.
const origin = location.origin

const waiting = new Map()
let count = 0

/** Asks the frame: ask('get'), ask('set', { move: 'a' }), ask('apply', [2, 1, 1, 1]). */
function ask(call, ...args) {
  const id = ++count
  frame.contentWindow.postMessage({ type: 'moduli', id, call, args }, origin)
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
}

addEventListener('message', ({ source, origin: from, data }) => {
  if (from !== origin || data?.type !== 'moduli') return
  // A key that was pressed in a frame of the deck.
  if ('key' in data) return void turn(data.key, source)
  if (source !== frame.contentWindow) return
  // Sent once it can be asked.
  if ('ready' in data) return void ask('subscribe').then(show)
  if ('changed' in data) return void show()
  const asked = waiting.get(data.id)
  waiting.delete(data.id)
  if ('error' in data) asked?.reject(new Error(data.error))
  else asked?.resolve(data.result)
})

async function show() {
  const [element, { largestChange, bound }] = await Promise.all([ask('element'), ask('product')])
  const change = `largest change of the product ${largestChange.toExponential(1)}`
  said.textContent = `g is ${element.kind}; ${change}, rounding bound ${bound.toExponential(1)}.`
}

const onClick = (id, run) =>
  document.querySelector(id).addEventListener('click', () => void run().catch(tell))
const tell = (error) => (said.textContent = error.message)

onClick('#apply', () => ask('apply', [2, 1, 1, 1]))
onClick('#reset', () => ask('set', { element: [1, 0, 0, 1] }))
onClick('#only', () => ask('set', { move: 'a' }))
onClick('#both', () => ask('set', { move: 'both' }))

// A deck of slides.
const deck = document.querySelector('#deck')
const slides = [...deck.querySelectorAll('.slide')]
let at = 0

function go(next) {
  if (!slides[next]) return false
  slides[at].hidden = true
  slides[next].hidden = false
  at = next
  document.querySelector('#slide').textContent = `${at + 1} of ${slides.length}`
  const shown = slides[at].querySelector('iframe[data-src]')
  if (shown) {
    shown.src = shown.dataset.src
    delete shown.dataset.src
  }
  return true
}

const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }

/** Whether the key has turned to another slide; one that is told by a frame of the deck counts, too. */
function turn(key, source) {
  const isOfDeck = !source || slides.some((slide) => slide.querySelector('iframe')?.contentWindow === source)
  if (!isOfDeck || !(key in steps) || !go(at + steps[key])) return false
  // A frame that is hidden would keep the focus, and the keys.
  deck.focus()
  return true
}

deck.addEventListener('keydown', (event) => {
  if (turn(event.key)) event.preventDefault()
})
document.querySelector('#on').addEventListener('click', () => go(at + 1))
document.querySelector('#back').addEventListener('click', () => go(at - 1))
