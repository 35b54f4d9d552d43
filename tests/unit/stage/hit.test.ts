import { describe, expect, it } from 'vitest'
import { isHandleGrabbed } from '../../../src/stage/hit'

describe('of a handle and an entry', () => {
  it('the nearer one is grabbed', () => {
    expect(isHandleGrabbed(3, 8)).toBe(true)
    expect(isHandleGrabbed(8, 3)).toBe(false)
    expect(isHandleGrabbed(8, Infinity)).toBe(true)
  })
  it('at one place the handle, which is drawn on top', () => {
    expect(isHandleGrabbed(3, 3)).toBe(true)
    expect(isHandleGrabbed(3 + 1e-12, 3)).toBe(true)
  })
})
