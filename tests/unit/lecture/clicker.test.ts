import { describe, expect, it } from 'vitest'
import { commandOf, type KeyFacts } from '../../../src/lecture/clicker'

const free: Omit<KeyFacts, 'key'> = {
  isModified: false,
  isRepeated: false,
  isUnderDialog: false,
  focus: 'other',
}
const of = (key: string, facts: Partial<KeyFacts> = {}) => commandOf({ ...free, key, ...facts })

describe('the keys of a lesson', () => {
  it('page down and the right arrow go on, page up and the left arrow go back', () => {
    expect(['PageDown', 'ArrowRight', 'PageUp', 'ArrowLeft'].map((key) => of(key))).toEqual([
      'next',
      'next',
      'previous',
      'previous',
    ])
  })

  it('a full stop and "b" make the window black, F5 starts and Escape ends, as on a clicker', () => {
    expect(['.', 'b', 'B', 'F5', 'Escape'].map((key) => of(key))).toEqual([
      ...['black', 'black', 'black'],
      ...['start', 'end'],
    ])
  })

  it('no other key means anything, whatever it is called', () => {
    for (const key of ['Home', 'End', 'Enter', ' ', 'ArrowUp', 'ArrowDown', 'a', 'F4', 'constructor'])
      expect(of(key), key).toBeUndefined()
  })

  it('none acts in a text field, under a dialog, with another key held, or again while it is held down', () => {
    for (const key of ['PageDown', 'ArrowRight', 'PageUp', 'ArrowLeft', '.', 'b', 'F5', 'Escape']) {
      for (const facts of [
        { focus: 'text' },
        { isUnderDialog: true },
        { isModified: true },
        { isRepeated: true },
      ] as const)
        expect(of(key, facts), `${key} ${JSON.stringify(facts)}`).toBeUndefined()
    }
  })

  it('arrows are left to a control that uses them, page keys are not', () => {
    const focus = 'arrows'
    expect(of('ArrowRight', { focus })).toBeUndefined()
    expect(of('ArrowLeft', { focus })).toBeUndefined()
    expect(of('PageDown', { focus })).toBe('next')
    expect(of('PageUp', { focus })).toBe('previous')
  })
})
