import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setEntry } from '../../../src/document/edit'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'
import { followEquivalents, type EquivalentsReading } from '../../../src/store/equivalentsReading'
import { store } from '../../../src/store/store'

// Here no worker can be made: the count is made at once, as in a page opened from a file.
const { edit, open } = store.getState()
const rankOf = (reading: EquivalentsReading) =>
  reading && !isProblem(reading.found) ? reading.found.rank : undefined

beforeEach(() => {
  vi.useFakeTimers()
  open(defaultDocument)
})
afterEach(() => {
  vi.useRealTimers()
})

function follow() {
  const shown: EquivalentsReading[] = []
  return { shown, stop: followEquivalents((reading) => shown.push(reading)) }
}

describe('the count of equivalents', () => {
  it('is made at once, and waits for its turn: undefined first', () => {
    const { shown, stop } = follow()
    expect(shown.map(rankOf)).toEqual([undefined, 9])
    expect(shown[1]!.elapsedMs).toBeGreaterThanOrEqual(0)
    stop()
  })

  it('is not made anew for another g, selection or target: by the chain rule it is the same', () => {
    const { shown, stop } = follow()
    edit({ element: [2, 1, 1, 1], selection: [0, 0], target: { seed: 3 }, move: 'a' })
    vi.advanceTimersByTime(1000)
    expect(shown).toHaveLength(2)
    stop()
  })

  it('is made once for the last of many changes of the factors', () => {
    const { shown, stop } = follow()
    for (const x of [1, 2, 3]) {
      edit(setEntry(store.getState().document, 'a', 0, 0, [x, 1]))
      vi.advanceTimersByTime(50)
    }
    expect(shown.map(rankOf)).toEqual([undefined, 9, undefined, undefined, undefined])
    edit(setEntry(store.getState().document, 'a', 0, 0, store.getState().document.b[0]![0]!))
    vi.advanceTimersByTime(1000)
    expect(shown.at(-1)!.found).toHaveProperty('problem')
    expect(shown.filter((one) => one !== undefined)).toHaveLength(2)
    stop()
  })

  it('ends when it is no longer looked at', () => {
    const { shown, stop } = follow()
    edit(setEntry(store.getState().document, 'a', 0, 0, [5, 1]))
    stop()
    vi.advanceTimersByTime(1000)
    edit(setEntry(store.getState().document, 'a', 0, 0, [6, 1]))
    vi.advanceTimersByTime(1000)
    expect(shown.map(rankOf)).toEqual([undefined, 9, undefined])
  })
})
