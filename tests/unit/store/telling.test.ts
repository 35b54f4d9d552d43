import { beforeEach, describe, expect, it } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { beginGesture, endGesture } from '../../../src/store/history'
import { store } from '../../../src/store/store'
import { checkTelling } from '../../../src/document/telling'
import { editElement, holdElement } from '../../../src/store/telling'

const at = (t: number) => ({ element: { x: 0, t, theta: 0 } })
const past = () => store.temporal.getState().pastStates.length

describe('an element whose size leaves the range in which float64 can tell', () => {
  beforeEach(() => {
    store.getState().open(defaultDocument)
    store.temporal.getState().clear()
    store.getState().set({ notice: undefined })
  })

  // ‖A(t)‖² = 2 cosh t: at t = 40 it is e⁴⁰, and 2 ε e⁴⁰ times a sum of cosh ρ > 1 is above 100; at t = 25 it is below 1e-3.
  it('is one of translation length 40, and not one of 25', () => {
    expect(checkTelling({ ...defaultDocument, ...at(40) })?.problem).toMatch(/float64 cannot tell.*bound/)
    expect(checkTelling({ ...defaultDocument, ...at(25) })).toBeUndefined()
  })

  it('is refused in a sentence, without a step of undo', () => {
    expect(editElement(at(40))?.problem).toMatch(/cannot tell/)
    expect(store.getState().document).toBe(defaultDocument)
    expect(past()).toBe(0)
    expect(editElement(at(2))).toBeUndefined()
    expect(store.getState().document.element).toEqual(at(2).element)
    expect(past()).toBe(1)
  })

  it('leaves a drag where it was, and says so', () => {
    beginGesture()
    holdElement(at(2))
    holdElement(at(40))
    expect(store.getState().document.element).toEqual(at(2).element)
    expect(store.getState().notice).toMatch(/^Not done: this element moves the points so far/)
    endGesture()
    expect(past()).toBe(1)
  })
})
