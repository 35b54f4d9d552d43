import { useLayoutEffect, useRef } from 'react'
import { store } from '../store/store'
import { writeText } from '../ui/source'
import { isGesture } from './live'
import { elementText, entryTexts, lossAtModel, newsWords, productWords, whereWords } from './stageText'

/** Milliseconds until a first change is told, and between two tellings: more could not be listened to. */
const firstMs = 150
const betweenMs = 1000

/** What the stage shows and what has just changed, for those who do not see it. Written, never rendered. */
export function InWords() {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const stops = [describe(box.current!), tell(box.current!.querySelector('output')!)]
    return () => stops.forEach((stop) => stop())
  }, [])
  return (
    <section ref={box} className="unseen" aria-label="The picture in words">
      <p id="stage-words" />
      <p />
      <ul aria-label="Entries of A" />
      <ul aria-label="Entries of B" />
      <output aria-label="What changed" aria-live="polite" />
    </section>
  )
}

/** The description is that of the last state at rest. */
function describe(box: HTMLElement): () => void {
  const [short, long] = [...box.querySelectorAll('p')]
  const [a, b] = [...box.querySelectorAll('ul')]
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    timer = undefined
    const state = store.getState()
    if (isGesture(state)) return wait()
    writeText(short!, `${elementText(state)}. ${productWords(state)}.`)
    writeText(long!, `${whereWords(state)}. ${lossAtModel(state)}.`)
    writeList(a!, entryTexts(state, 'a'))
    writeList(b!, entryTexts(state, 'b'))
  }
  const wait = () => {
    timer ??= setTimeout(write, firstMs)
  }
  write()
  const stop = store.subscribe((state, before) => {
    if (state.document !== before.document || state.view !== before.view || state.window !== before.window)
      wait()
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function writeList(list: HTMLElement, texts: readonly string[]): void {
  while (list.children.length > texts.length) list.lastChild!.remove()
  texts.forEach((text, n) => {
    writeText(list.children[n] ?? list.appendChild(document.createElement('li')), text)
  })
}

/** Says what is another than when something was said last; while things go on changing, once a second. */
function tell(output: HTMLOutputElement): () => void {
  let told = store.getState()
  let toldAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    timer = undefined
    const now = store.getState()
    // What flows or is trained has a status of its own, and is told when it rests.
    if (now.playing === told.playing && (now.playing || now.training)) return later(betweenMs)
    const words = newsWords(told, now)
    told = now
    if (words === '') return
    toldAt = performance.now()
    writeText(output, `${words}.`)
  }
  const later = (ms: number) => {
    timer ??= setTimeout(say, ms)
  }
  const stop = store.subscribe((now) => {
    const isSame =
      now.document === told.document &&
      now.view === told.view &&
      now.window === told.window &&
      now.playing === told.playing
    if (!isSame) later(Math.max(firstMs, toldAt + betweenMs - performance.now()))
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
