import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptStates, mostDays, mostRecent } from '../../../src/store/keptStates'

const now = new Date(2026, 10, 29, 1, 20).getTime()
const hourMs = 60 * 60 * 1000
/** Over three weeks, with no two at the same time. */
const states = fc
  .uniqueArray(fc.integer({ min: 0, max: 21 * 24 * 60 }), { maxLength: 120 })
  .map((minutes) => minutes.map((back) => ({ id: `${back}`, at: now - back * 60_000 })))

const byTime = <T extends { at: number }>(all: T[]) => all.toSorted((p, q) => q.at - p.at)
const midnight = (back: number) => new Date(2026, 10, 29 - back).getTime()
const check = (law: (of: { id: string; at: number }[]) => void) =>
  fc.assert(fc.property(states, law), { numRuns: 500, seed: 4 })

describe('the states that are kept', () => {
  it('are the 20 latest ones', () => {
    check((all) => {
      const kept = keptStates(all, now)
      for (const { id } of byTime(all).slice(0, mostRecent)) expect(kept.has(id)).toBe(true)
    })
  })

  it('are the last one of today and of each of the six days before', () => {
    check((all) => {
      const kept = keptStates(all, now)
      for (let back = 0; back < mostDays; back++) {
        const ofDay = all.filter(({ at }) => at >= midnight(back) && at < midnight(back - 1))
        if (ofDay.length > 0) expect(kept.has(byTime(ofDay)[0]!.id)).toBe(true)
      }
    })
  })

  it('are no others', () => {
    check((all) => {
      const kept = keptStates(all, now)
      expect(kept.size).toBeLessThanOrEqual(mostRecent + mostDays)
      const older = byTime(all).slice(mostRecent)
      for (const [n, { id, at }] of older.entries())
        if (kept.has(id)) {
          expect(at).toBeGreaterThanOrEqual(midnight(mostDays - 1))
          // The one after it is of a later day.
          const next = byTime(all)[mostRecent + n - 1]!
          expect(new Date(next.at).getDate()).not.toBe(new Date(at).getDate())
        }
    })
  })

  it('are kept again', () => {
    check((all) => {
      const kept = keptStates(all, now)
      const left = all.filter(({ id }) => kept.has(id))
      expect(keptStates(left, now)).toEqual(kept)
    })
  })

  it('are the same, whether states were let go one by one as they came or all at the end', () => {
    check((all) => {
      let left: typeof all = []
      for (const state of byTime(all).toReversed()) {
        const kept = keptStates([...left, state], state.at)
        left = [...left, state].filter(({ id }) => kept.has(id))
      }
      expect(keptStates(left, now)).toEqual(keptStates(all, now))
    })
  })

  it('of one an hour for ten days are those of the last 20 hours, and the last ones of five days before yesterday', () => {
    const hours = Array.from({ length: 240 }, (_, back) => ({ id: `${back}`, at: now - back * hourMs }))
    // At 1:20 the day before ended 2 hours ago, which is among the 20.
    const wanted = [...Array.from({ length: 20 }, (_, n) => n), 26, 50, 74, 98, 122]
    expect([...keptStates(hours, now)].map(Number).sort((p, q) => p - q)).toEqual(wanted)
  })
})
