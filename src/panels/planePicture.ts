import { planeSamples, planeWindow, type PlaneQuestion } from '../document/planes'
import { sliceCurves, topLevel } from '../document/slice'
import { curveLosses, level } from '../math/levels'
import { lossAtSliders, planes, type PlaneState } from '../store/planes'
import { store } from '../store/store'
import type { Picture } from '../ui/drawLevelCurves'
import { figure } from './figures'

const mostCurves = 28

/** The planes for controls: `show` is called now, and once per animation frame after changes of them or of the page. */
export function livePlanes(show: (state: PlaneState) => void): () => void {
  let frame = 0
  const later = () => {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      show(planes.getState())
    })
  }
  show(planes.getState())
  const stops = [planes.subscribe(later), store.subscribe(later)]
  return () => {
    cancelAnimationFrame(frame)
    stops.forEach((stop) => stop())
  }
}

const last: Partial<Record<PlaneQuestion['through'], { of: readonly unknown[]; is: Picture }>> = {}

function pictureOf(state: PlaneState, through: PlaneQuestion['through']): Picture {
  const { document, view } = store.getState()
  const { projection } = view
  const values = state.pictures[through]
  const pin = projection.kind === 'sliders' ? ([state.s, state.t] as const) : ([0, 0] as const)
  const of = [values, projection, ...pin]
  const kept = last[through]
  if (kept?.of.every((one, n) => Object.is(one, of[n]))) return kept.is
  const [from, extent] = planeWindow(projection.kind === 'entry' ? { kind: 'sliders' } : projection)
  const curves = sliceCurves(document)
  const shown = values ?? new Float64Array(planeSamples ** 2)
  const highest = shown.reduce((most, value) => (value > most ? value : most), 0)
  const is: Picture = {
    values: shown,
    width: planeSamples,
    height: planeSamples,
    levels: curveLosses(0, highest, curves, mostCurves).map((value) => ({
      value,
      shade: level(value, curves.reference) / topLevel,
    })),
    pin: [(pin[0] - from) / extent, (pin[1] - from) / extent],
    shape: 'both',
    hasBoundary: false,
  }
  last[through] = { of, is }
  return is
}

export const planeBefore = (state: PlaneState): Picture => pictureOf(state, 'base')
export const planeAfter = (state: PlaneState): Picture => pictureOf(state, 'moved')

export const staleWords = ({ isStale, sentence }: PlaneState): string =>
  sentence || (isStale ? 'being computed …' : '')

/** "L = 0.00189 at s = 1, t = 1" */
export function sliderWords({ s, t }: PlaneState): string {
  const loss = lossAtSliders(store.getState().document)
  return `L = ${figure(loss)} at s = ${figure(s)}, t = ${figure(t)}`
}

/** How far apart the two random planes are: "largest difference 2.1e-14". */
export function differenceWords({ pictures: { base, moved }, isStale }: PlaneState): string {
  if (!base || !moved || isStale) return '–'
  const most = base.reduce((high, value, n) => Math.max(high, Math.abs(value - moved[n]!)), 0)
  return figure(most)
}
