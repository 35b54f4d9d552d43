import { beforeEach, describe, expect, it } from 'vitest'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { toTorus } from '../../../src/math/groupTorus'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { dragPath } from '../../../src/panels/dragPath'
import { beginGesture, cancelGesture, endGesture, undo } from '../../../src/store/history'
import { store } from '../../../src/store/store'

const { edit, open, set } = store.getState()
const other = presetNamed('queriesKeys')!.document
const turned = (theta: number) => ({ x: 0, t: 0, theta })
const angles = () => dragPath().points.map(({ angle }) => angle)

describe('the path of the last drag', () => {
  beforeEach(() => {
    endGesture()
    set({ column: 0 })
    open(other)
    open(defaultDocument)
  })

  it('holds where the element was at the beginning of the gesture and where each step took it', () => {
    edit({ element: turned(0.1) })
    beginGesture()
    for (const theta of [0.2, 0.3, 0.4]) edit({ element: turned(theta) })
    endGesture()
    expect(angles()).toHaveLength(4)
    angles().forEach((angle, n) => expect(angle).toBeCloseTo(-0.2 * (n + 1), 14))
  })

  it('is replaced by the first step of the next drag, not by a gesture that leaves the element alone', () => {
    edit({ element: turned(0) })
    beginGesture()
    edit({ element: turned(0.5) })
    endGesture()
    const before = dragPath()
    beginGesture()
    edit({ selection: [1, 1] })
    endGesture()
    expect(dragPath()).toBe(before)
    beginGesture()
    edit({ element: turned(0.6) })
    endGesture()
    expect(angles()[0]).toBeCloseTo(-1, 14)
    expect(angles()).toHaveLength(2)
  })

  it('of one edit without a gesture follows hᵗg: from the identity a one-parameter group', () => {
    edit({ element: [1, 0, 0, 1] })
    edit({ element: fromIwasawa(0, 2, 0) })
    const { points } = dragPath()
    points.forEach(({ re, im, angle }, n) => {
      expect(re).toBeCloseTo(Math.tanh(n / (points.length - 1)), 14)
      expect([im, angle]).toEqual([0, 0])
    })
    expect(points.length).toBeGreaterThan(10)
  })

  it('keeps at most 500 points, both ends among them', () => {
    edit({ element: turned(0) })
    beginGesture()
    for (let n = 1; n <= 2000; n++) edit({ element: turned(n * 0.01) })
    endGesture()
    expect(angles().length).toBeLessThanOrEqual(500)
    expect(angles().length).toBeGreaterThan(200)
    expect(angles()[0]).toBe(0)
    expect(dragPath().points.at(-1)).toEqual(toTorus(fromIwasawa(0, 0, 20)))
  })

  it('does not grow while the pointer hardly moves, and still ends at g', () => {
    edit({ element: turned(0) })
    beginGesture()
    for (let n = 1; n <= 100; n++) edit({ element: turned(n * 1e-5) })
    endGesture()
    expect(angles().length).toBeLessThanOrEqual(3)
    expect(angles().at(-1)).toBeCloseTo(-2e-3, 14)
  })

  it('is gone when the drag is undone or cancelled, and when another document is opened', () => {
    edit({ element: turned(0.1) })
    beginGesture()
    edit({ element: turned(0.4) })
    endGesture()
    undo()
    expect(angles()).toEqual([])
    beginGesture()
    edit({ element: turned(0.4) })
    cancelGesture()
    expect(angles()).toEqual([])
    edit({ element: turned(0.4) })
    expect(angles()).not.toEqual([])
    open(other)
    expect(angles()).toEqual([])
  })

  it('belongs to the inner index that is being edited', () => {
    edit({ element: [turned(0), turned(0.1), turned(0.2)] })
    set({ column: 2 })
    beginGesture()
    edit({ element: [turned(0), turned(0.1), turned(0.3)] })
    endGesture()
    expect(dragPath().column).toBe(2)
    angles().forEach((angle, n) => expect(angle).toBeCloseTo([-0.4, -0.6][n]!, 14))
  })
})
