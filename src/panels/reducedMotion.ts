import { useSyncExternalStore } from 'react'

const query = matchMedia('(prefers-reduced-motion: reduce)')

function watch(changed: () => void): () => void {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the person has asked for no motion that they did not cause. */
export const useReducedMotion = (): boolean => useSyncExternalStore(watch, () => query.matches)
