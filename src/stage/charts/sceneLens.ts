import { setLens, setSight, type SurfaceMaterial } from '../../gpu/materials/surface'
import type { Frame } from '../frame'
import { bandUnit } from './band'
import { hyperboloidView, rimHeight } from './hyperboloid'
import { lensOf } from './lens'

/** Gives a picture of the loss the same chart that the points are placed by. */
export function showThrough(material: SurfaceMaterial, { chart, viewport, window, view }: Frame): void {
  if (!chart || chart.name === 'halfPlane') return
  const lens = lensOf(viewport, window, view.magnification)
  if (chart.name !== 'hyperboloid') {
    setLens(material, lens.X, lens.Y, chart.name === 'band' ? bandUnit(lens) : lens.radius)
    return
  }
  const { cosTurn, sinTurn, cosRise, sinRise, focal, eye } = hyperboloidView(lens, view.turn)
  setLens(material, lens.X, lens.Y, focal)
  setSight(material, [cosTurn, sinTurn, cosRise, sinRise], [...eye, rimHeight])
}
