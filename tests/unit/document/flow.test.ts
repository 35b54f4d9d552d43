import { describe, expect, it } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { advanced, fastest, flowOf, paceOf, timeIn } from '../../../src/document/flow'

describe('the pace of an element', () => {
  it('is its translation length, 2 log of the larger eigenvalue', () => {
    const pace = paceOf([2, 1, 1, 1])
    expect(pace?.unit).toBe('length')
    expect(pace?.rate).toBeCloseTo(2 * Math.log((3 + Math.sqrt(5)) / 2), 14)
  })

  it('is its rotation angle: K(θ) turns by 2θ, whichever way', () => {
    expect(paceOf({ x: 0, t: 0, theta: 0.4 })).toEqual({
      unit: 'radians',
      rate: expect.closeTo(0.8, 14) as number,
    })
    expect(paceOf({ x: 0, t: 0, theta: -0.4 })?.rate).toBeCloseTo(0.8, 14)
  })

  it('is the length of a horocycle through i: z ↦ z + 3 moves i along y = 1 by 3, z/(1 - 3z) likewise', () => {
    expect(paceOf([1, 3, 0, 1])).toEqual({ unit: 'lengthAtI', rate: 3 })
    expect(paceOf([1, 0, -3, 1])?.rate).toBeCloseTo(3, 14)
  })

  it('is |α| on the line', () => {
    expect(paceOf(-0.75)).toEqual({ unit: 'length', rate: 0.75 })
  })

  it('is none for the identity, whatever its scale', () => {
    expect(paceOf([2, 0, 0, 2])).toBeUndefined()
    expect(paceOf(0)).toBeUndefined()
  })
})

describe('the flow of a document', () => {
  const flow = (change: object, column = 0) => flowOf({ ...defaultDocument, ...change }, column)

  it('goes at the pace of the element that is being edited', () => {
    const element = [
      [2, 0, 0, 0.5],
      [3, 0, 0, 1 / 3],
      [1, 0, 0, 1],
    ] as const
    expect(flow({ element }, 1)).toEqual({
      unit: 'length',
      rate: expect.closeTo(2 * Math.log(3), 14) as number,
    })
  })

  it('goes at that of the first that moves if the one that is edited does not', () => {
    const element = [
      [1, 0, 0, 1],
      [3, 0, 0, 1 / 3],
      [1, 0, 0, 1],
    ] as const
    expect(flow({ element }, 2)).toEqual({
      unit: 'length',
      rate: expect.closeTo(2 * Math.log(3), 14) as number,
    })
  })

  it('is none with a reflection, or for the identity', () => {
    expect(flow({ reflected: true })).toEqual({ problem: expect.stringContaining('reflection') as string })
    expect(flow({ element: [1, 0, 0, 1] })).toEqual({
      problem: expect.stringContaining('identity') as string,
    })
    expect(flow({ space: 'line', element: 0 })).toEqual({
      problem: expect.stringContaining('identity') as string,
    })
  })
})

describe('t in a flow', () => {
  it('changes by speed over rate, and never faster than is seen', () => {
    expect(timeIn(0.5, 0.3, { unit: 'length', rate: 2 })).toBeCloseTo(0.075, 15)
    expect(timeIn(0.5, 1, { unit: 'length', rate: 1e-6 })).toBe(0.5 * fastest)
  })

  it('turns back at 2 and at -1 without losing its way', () => {
    expect(advanced(1.9, 1, 0.25)).toEqual({ time: expect.closeTo(1.85, 14) as number, direction: -1 })
    expect(advanced(-0.9, -1, 0.25)).toEqual({ time: expect.closeTo(-0.85, 14) as number, direction: 1 })
    expect(advanced(0.5, -1, 0.25)).toEqual({ time: 0.25, direction: -1 })
  })

  it('comes back from beyond, without a leap', () => {
    expect(advanced(2.5, 1, 0.1)).toEqual({ time: 2.4, direction: -1 })
    expect(advanced(-1.5, -1, 0.1)).toEqual({ time: -1.4, direction: 1 })
    expect(advanced(2, 1, 0.1)).toEqual({ time: 1.9, direction: -1 })
  })
})
