import { beforeEach, describe, expect, it } from 'vitest'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { beginGesture, cancelGesture, endGesture, gestureStart, redo, undo } from '../../../src/store/history'
import { store } from '../../../src/store/store'

const state = store.getState
const steps = () => store.temporal.getState().pastStates.length
const title = () => state().document.title

beforeEach(() => {
  state().open(defaultDocument)
  store.temporal.getState().clear()
})

describe('the history', () => {
  it('takes back an edit and puts it forward again', () => {
    state().edit({ title: 'one' })
    state().edit({ title: 'two' })
    undo()
    expect(title()).toBe('one')
    undo()
    expect(state().document).toBe(defaultDocument)
    redo()
    redo()
    expect(title()).toBe('two')
  })

  it('where a document came from is undone and redone with it', () => {
    const part = {
      name: 'q',
      dtype: 'F32',
      shape: [1, 1],
      axes: ['rows', 'inner'],
      batch: 0,
      heads: 1,
      head: 0,
    }
    const side = { ...part, rows: [0, 1], entries: [0, 1] } as const
    const of = { space: 'halfPlane', inner: 1, embedding: 'lift', pairing: 'neighbours' } as const
    const origin = { format: 'npy', q: side, k: side, ...of, hasNumberAxis: false } as const
    state().open(presetNamed('random4')!.document, origin)
    state().edit({ title: 'edited' })
    expect(state().origin).toBe(origin)
    state().open(defaultDocument)
    expect(state().origin).toBeUndefined()
    undo()
    expect(state().origin).toBe(origin)
    undo()
    undo()
    expect(state().origin).toBeUndefined()
    redo()
    expect(state().origin).toBe(origin)
  })

  it('makes one step of a gesture, however many edits it has', () => {
    beginGesture()
    for (let n = 0; n < 50; n++) state().edit({ title: `drag ${n}` })
    endGesture()
    expect(steps()).toBe(1)
    undo()
    expect(state().document).toBe(defaultDocument)
    redo()
    expect(title()).toBe('drag 49')
  })

  it('makes no step of a gesture that edits nothing', () => {
    beginGesture()
    endGesture()
    expect(steps()).toBe(0)
  })

  it('cancels a gesture: the document and the steps to redo are what they were', () => {
    state().edit({ title: 'one' })
    state().edit({ title: 'two' })
    undo()
    beginGesture()
    state().edit({ title: 'drag' })
    state().edit({ title: 'drag on' })
    cancelGesture()
    expect(title()).toBe('one')
    expect(steps()).toBe(1)
    redo()
    expect(title()).toBe('two')
  })

  it('records the edit after a gesture as a step of its own', () => {
    beginGesture()
    state().edit({ title: 'drag' })
    endGesture()
    state().edit({ title: 'typed' })
    expect(steps()).toBe(2)
    undo()
    expect(title()).toBe('drag')
  })

  it('leaves the view out', () => {
    state().frame({ centre: 1, height: 2 })
    state().look({ tilt: true })
    expect(steps()).toBe(0)
    state().edit({ title: 'one' })
    undo()
    expect(state().view).toMatchObject({ centre: 1, height: 2, tilt: true, fit: false })
  })
})

describe('the time of a flow', () => {
  const time = () => state().document.time

  it('is no step, alone', () => {
    for (let n = 1; n <= 20; n++) state().edit({ time: n / 20 })
    expect(steps()).toBe(0)
    expect(time()).toBe(1)
    state().edit({ time: 0.5, title: 'one' })
    expect(steps()).toBe(1)
  })

  it('stays what it is when a step is taken back or forward', () => {
    state().edit({ time: 0.25 })
    state().edit({ title: 'one' })
    state().edit({ time: 0.75 })
    undo()
    expect([title(), time()]).toEqual([defaultDocument.title, 0.75])
    state().edit({ time: -1 })
    redo()
    expect([title(), time()]).toEqual(['one', -1])
    expect(steps()).toBe(1)
  })

  it('gives way to a reflection that a step brings back', () => {
    state().edit({ reflected: true })
    state().edit({ reflected: false })
    state().edit({ time: 0.5 })
    undo()
    expect(state().document).toMatchObject({ reflected: true, time: 1 })
    redo()
    expect(state().document).toMatchObject({ reflected: false, time: 1 })
  })

  it('goes on in a gesture, whose start is at the present time', () => {
    state().edit({ time: 0.2 })
    beginGesture()
    state().edit({ time: 0.3 })
    expect(gestureStart()).toEqual({ ...defaultDocument, time: 0.3 })
    state().edit({ title: 'drag' })
    state().edit({ time: 0.4 })
    cancelGesture()
    expect([title(), time(), steps()]).toEqual([defaultDocument.title, 0.4, 0])
  })

  it('a gesture that only the flow went on in cancels nothing', () => {
    state().edit({ title: 'one' })
    beginGesture()
    state().edit({ time: 0.3 })
    cancelGesture()
    expect([title(), time(), steps()]).toEqual(['one', 0.3, 1])
  })
})

describe('the window', () => {
  it('stays while g moves', () => {
    const { window } = state()
    state().edit({ element: { x: 30, t: 2, theta: 0.4 } })
    expect(state().window).toBe(window)
  })

  it('holds every entry, base and moved, of a document that is opened', () => {
    state().open(presetNamed('random4')!.document)
    const { centre, height } = state().window
    for (const [x, y] of [...state().document.a, ...state().document.b].flat() as [number, number][]) {
      expect(Math.abs(x - centre)).toBeLessThan(0.625 * height)
      expect(y).toBeLessThan(height)
    }
  })

  it('is fitted again when the size changes, unless the person chose it', () => {
    const line = presetNamed('line2')!.document
    state().edit({ space: 'line', a: line.a, b: line.b, element: 0 })
    expect(state().window.centre).toBeCloseTo((-2 + 3) / 2, 12)
    state().frame({ centre: 7, height: 3 })
    state().open(defaultDocument)
    state().frame({ centre: 7, height: 3 })
    state().edit({ a: [[[0, 1]]], b: [[[1, 1]]] })
    expect(state().window).toEqual({ centre: 7, height: 3 })
  })
})
