import type { ModelName, View } from '../../document/view'
import type { PlaneWindow } from '../../document/window'
import type { Viewport } from '../viewport'
import { bandChart } from './band'
import type { Chart } from './chart'
import { diskChart, kleinChart } from './disks'
import { halfPlaneChart } from './halfPlane'
import { hyperboloidChart } from './hyperboloid'
import { lensOf } from './lens'

/** The chart of a model for a canvas and the part of the plane that it shows. */
export function chartOf(
  model: ModelName,
  viewport: Viewport,
  window: PlaneWindow,
  { turn, magnification }: Pick<View, 'turn' | 'magnification'>,
): Chart {
  if (model === 'halfPlane') return halfPlaneChart(viewport)
  const lens = lensOf(viewport, window, magnification)
  switch (model) {
    case 'disk':
      return diskChart(lens)
    case 'klein':
      return kleinChart(lens)
    case 'band':
      return bandChart(lens, viewport.width)
    case 'hyperboloid':
      return hyperboloidChart(lens, turn)
  }
}

/** On the way from one model to another every point goes straight from its place in the one to that in the other. */
export function between(from: Chart, to: Chart, part: number): Chart {
  const mixed = (P: number, Q: number) => P + (Q - P) * part
  return {
    ...to,
    name: 'passage',
    place: (x, y, out) => {
      from.place(x, y, out)
      const [X, Y] = [out[0]!, out[1]!]
      to.place(x, y, out)
      out[0] = mixed(X, out[0]!)
      out[1] = mixed(Y, out[1]!)
      return out
    },
    placeOfEnd: (x) => {
      const [X, Y] = from.placeOfEnd(x)
      const [U, V] = to.placeOfEnd(x)
      return [mixed(X, U), mixed(Y, V)]
    },
  }
}
