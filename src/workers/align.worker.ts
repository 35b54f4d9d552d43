import { sameAs } from '../document/sameAs'
import type { SameReply, SameRequest } from './alignMessages'

/** A message for every comparison would take longer than the comparison. */
const reportEveryMs = 100

/** Compares two models off the main thread. */
self.onmessage = ({ data: { first, second, precision } }: MessageEvent<SameRequest>) => {
  let compared = 0
  let last = performance.now()
  const reply = (message: SameReply) => self.postMessage(message)
  const found = sameAs(first, second, precision, () => {
    compared++
    if (performance.now() - last < reportEveryMs) return
    last = performance.now()
    reply({ kind: 'comparing', compared })
  })
  reply({ kind: 'found', found })
}
