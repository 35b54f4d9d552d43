import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { elementAt, elementCoordinates, elementMatrix } from '../../../src/document/element'
import { onGrid } from '../../../src/document/moves'
import { defaultDocument } from '../../../src/document/presets'
import { withFixedPointsMoved } from '../../../src/math/fixedPointDrag'
import { classify } from '../../../src/math/isometryClass'
import { actPoint, determinant, norm2 } from '../../../src/math/psl2r'
import { random } from '../../../src/math/random'
import { expMap, midpoint } from '../../../src/math/upperHalfPlane'
import { halfPlaneChart } from '../../../src/stage/charts/halfPlane'
import type { PlanePoint } from '../../../src/stage/charts/chart'
import { asHeld } from '../../../src/stage/handles/hold'
import { planeStep, stepOnGrid, withStep, type DragMode } from '../../../src/stage/planeModes'
import { viewportOf } from '../../../src/stage/viewport'

const chart = halfPlaneChart(viewportOf({ centre: 0, height: 4 }, 1366, 768))
const next = random(11)
const between = (low: number, high: number) => low + (high - low) * next()
const modes: readonly DragMode[] = ['glide', 'keepInfinity', 'turn']
const out = new Float64Array(2)

/** cosh of the hyperbolic radius in which g·i is kept, as a person keeps the model in sight. */
const farthest = Math.cosh(5)

const point = (): PlanePoint => [between(-2, 2), between(0.3, 3)]

function near([x, y]: PlanePoint): PlanePoint {
  const [angle, length] = [between(-Math.PI, Math.PI), between(0, 0.2) * y]
  expMap(x, y, length * Math.cos(angle), length * Math.sin(angle), out)
  return [out[0]!, out[1]!]
}

function halfway(from: PlanePoint): PlanePoint {
  midpoint(...from, 0, 1, out)
  return [out[0]!, out[1]!]
}

function planeDrag(document: Document): Document {
  const g = elementMatrix(elementAt(document, 0))
  const home = norm2(g) > 2 * farthest
  const from = home ? actPoint(g, 0, 1) : point()
  const to = home ? halfway(from) : near(from)
  const mode = home ? 'glide' : modes[Math.floor(between(0, 3))]!
  const h = planeStep(mode, point(), from, to)
  return withStep(document, 0, stepOnGrid(chart, h, from, to), h)
}

function fixedPointDrag(document: Document): Document {
  const g = elementMatrix(elementAt(document, 0))
  const found = classify(g)
  const move = (end: number) => (Number.isFinite(end) ? onGrid(end + between(-0.05, 0.05), 1e-3) : end)
  switch (found.kind) {
    case 'identity':
      return document
    case 'hyperbolic':
      return held(document, () => withFixedPointsMoved(g, { attracting: move(found.attracting) }))
    case 'parabolic':
      return held(document, () => withFixedPointsMoved(g, { fixedPoint: [move(found.fixedPoint), 0] }))
    case 'elliptic':
      return held(document, () => withFixedPointsMoved(g, { fixedPoint: near(found.fixedPoint) }))
  }
}

/** As the stage does: what leads to no element, or out of sight, leaves the last one. */
function held(document: Document, made: () => ReturnType<typeof elementMatrix>): Document {
  const g = made()
  return norm2(g) < 4 * farthest ? { ...document, element: asHeld(g) } : document
}

function frameDrag(document: Document): Document {
  const { x, t, theta } = elementCoordinates(elementAt(document, 0))
  const [u, v] = near([x, Math.exp(t)])
  const element = {
    x: onGrid(u, 1e-3),
    t: onGrid(Math.log(v), 1e-5),
    theta: onGrid(theta + between(-0.05, 0.05), 1e-5),
  }
  return { ...document, element }
}

describe('300 000 small drags in a row', () => {
  it('keep |det g - 1| < 1e-12, and the largest change of the product within its rounding bound', () => {
    let document: Document = defaultDocument
    let worst = 0
    let ratio = 0
    const kinds = new Set<string>()
    for (let n = 0; n < 300_000; n++) {
      const drag = n % 20 === 7 ? fixedPointDrag : n % 20 === 13 ? frameDrag : planeDrag
      document = drag(document)
      const g = elementMatrix(elementAt(document, 0))
      worst = Math.max(worst, Math.abs(determinant(g) - 1))
      if (n % 100 === 0) {
        const { largestChange, bound } = derive(document)
        ratio = Math.max(ratio, largestChange / bound)
        kinds.add(classify(g).kind)
      }
    }
    expect(worst).toBeLessThan(1e-12)
    expect(ratio).toBeLessThanOrEqual(1)
    expect(ratio).toBeGreaterThan(0)
    expect([...kinds]).toEqual(expect.arrayContaining(['elliptic', 'hyperbolic']))
  }, 60_000)
})
