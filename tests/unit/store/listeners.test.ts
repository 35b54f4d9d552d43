import { afterEach, expect, it, vi } from 'vitest'
import { store } from '../../../src/store/store'

afterEach(() => vi.unstubAllGlobals())

it('a listener that throws stops neither the change nor the other listeners, and its error is not swallowed', () => {
  const later: (() => void)[] = []
  vi.stubGlobal('queueMicrotask', (task: () => void) => later.push(task))
  const heard: string[] = []
  const stops = [
    store.subscribe(() => {
      throw new Error('a panel has failed')
    }),
    store.subscribe(({ document }) => heard.push(document.title)),
  ]
  store.getState().edit({ title: 'safe' })
  stops.forEach((stop) => stop())
  expect(heard).toEqual(['safe'])
  expect(store.getState().document.title).toBe('safe')
  expect(later).toHaveLength(1)
  expect(later[0]).toThrow('a panel has failed')
})
