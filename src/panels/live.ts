import { store, type AppState } from '../store/store'

type Show = (state: AppState) => void

const shown = new Set<Show>()
let frame = 0

store.subscribe(() => {
  if (frame === 0) frame = requestAnimationFrame(flush)
})

function flush(): void {
  frame = 0
  const state = store.getState()
  for (const show of shown) show(state)
}

/** The state of the page for controls: `show` is called now, and once per animation frame after changes. */
export function live(show: Show): () => void {
  show(store.getState())
  shown.add(show)
  return () => shown.delete(show)
}

/** Speech waits for the end of a gesture, a flow or a training run. */
export const isGesture = ({ gesture, playing, training }: AppState): boolean =>
  gesture !== 'none' || playing || training
