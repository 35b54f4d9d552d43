/** Which works are held by a living tab: a duplicated tab has the same session storage, and must not write the same work. */

/** A page that is reloaded lets go of its work only when the next one has begun. */
const patienceMs = 400
/** Tabs of the same browser answer in a few milliseconds. */
const answerMs = 150

const nameOf = (id: string) => `moduli ${id}`
const held = new Set<string>()

/** Holds a work until the page is gone; false where another tab holds it. */
export async function hold(id: string): Promise<boolean> {
  if (held.has(id)) return true
  const isFree = locks() ? await holdLock(id) : !(await heldElsewhere()).has(id)
  if (isFree) held.add(id)
  if (isFree && !locks()) answer()
  return isFree
}

/** The works that any tab holds, this one too. */
export async function heldWorks(): Promise<Set<string>> {
  const all = new Set(held)
  const manager = locks()
  if (!manager) for (const id of await heldElsewhere()) all.add(id)
  else
    for (const { name } of (await manager.query()).held ?? [])
      if (name?.startsWith(nameOf(''))) all.add(name.slice(nameOf('').length))
  return all
}

/** None over plain http. */
function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}

function holdLock(id: string): Promise<boolean> {
  return new Promise((done) => {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), patienceMs)
    const keep = () => {
      clearTimeout(timer)
      done(true)
      return new Promise<never>(() => {})
    }
    locks()!
      .request(nameOf(id), { signal: giveUp.signal }, keep)
      .catch(() => done(false))
  })
}

type Message = { readonly ask: true } | { readonly held: readonly string[] }

let channel: BroadcastChannel | undefined

function answer(): void {
  if (channel) return
  channel = new BroadcastChannel(nameOf('works'))
  const told = channel
  told.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('ask' in data) told.postMessage({ held: [...held] } satisfies Message)
  }
}

async function heldElsewhere(): Promise<Set<string>> {
  if (!('BroadcastChannel' in globalThis)) return new Set()
  const asking = new BroadcastChannel(nameOf('works'))
  const found = new Set<string>()
  asking.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('held' in data) for (const id of data.held) found.add(id)
  }
  asking.postMessage({ ask: true } satisfies Message)
  await new Promise((done) => setTimeout(done, answerMs))
  asking.close()
  return found
}
