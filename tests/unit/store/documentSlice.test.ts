import { beforeEach, describe, expect, it } from 'vitest'
import { startedTree } from '../../trees'
import { defaultDocument } from '../../../src/document/presets'
import { store } from '../../../src/store/store'

const state = store.getState
const plain = { ...defaultDocument, head: null }
const headed = { ...defaultDocument, ...startedTree(7, 1, false, 1), selection: [0, 0] } as const

beforeEach(() => {
  state().open(plain)
  state().look({ slice: true })
})

describe('open', () => {
  it('leaves it as it was chosen whether the slice is shown', () => {
    state().look({ slice: false })
    state().open(headed)
    expect(state().view.slice).toBe(false)
    state().look({ slice: true })
    state().open(plain)
    expect(state().view.slice).toBe(true)
  })
})
