import { pointOnGrid } from '../../document/moves'
import { store } from '../../store/store'
import { insideAt, placeOf, type Place } from '../charts/chart'
import { finestAt } from '../drags'
import type { Frame } from '../frame'
import { steppedBy } from './fixedPointHandles'
import type { Handle } from './handle'
import { shortPoint } from './words'

/** What a drag of the plane turns about, while it does. */
export function pivotPlace({ chart }: Frame): Place | undefined {
  const { dragMode, turnAbout } = store.getState()
  return chart && dragMode === 'turn' ? placeOf(chart, ...turnAbout) : undefined
}

export function pivotHandles(frame: Frame): readonly Handle[] {
  const { chart } = frame
  const at = pivotPlace(frame)
  if (!chart || !at) return []
  const { turnAbout, set } = store.getState()
  return [
    {
      id: 'pivot',
      at,
      words: `Turn about: ${shortPoint(turnAbout)}`,
      drag: (X0, Y0) => ({
        edits: false,
        cancel: () => set({ turnAbout }),
        move: (X, Y) => {
          const point = insideAt(chart, X + at[0] - X0, Y + at[1] - Y0)
          set({ turnAbout: pointOnGrid(point, finestAt(chart, ...point)) })
        },
      }),
      nudge: (key, isSmall) => {
        const to = steppedBy(turnAbout, key, isSmall)
        if (to) set({ turnAbout: to })
        return to !== undefined
      },
    },
  ]
}
