import { liftChunk, type Ground } from '../../../src/gpu/chunks/planeModels.glsl'
import { glslInDisk, inDisk } from '../../../src/gpu/modelTwins'
import type { Sample, Twin } from '../../../src/gpu/twins'
import { bandChart, bandUnit } from '../../../src/stage/charts/band'
import type { Chart } from '../../../src/stage/charts/chart'
import { diskChart, kleinChart } from '../../../src/stage/charts/disks'
import { hyperboloidChart, hyperboloidView, rimHeight } from '../../../src/stage/charts/hyperboloid'
import { lensOf } from '../../../src/stage/charts/lens'

const viewport = { width: 900, height: 640, floor: 34, scale: 100, centre: 0 }
const lens = lensOf(viewport, { centre: 0.3, height: 2.9 }, 1)
const turn = [0.4, 0.9] as const
const { cosTurn, sinTurn, cosRise, sinRise, focal, eye } = hyperboloidView(lens, turn)

/** Pixels for a unit, and how much of the unit disk of samples is looked at. */
const charts: readonly { ground: Ground; chart: Chart; unit: number; part: number; ulps: number }[] = [
  { ground: 'disk', chart: diskChart(lens), unit: lens.radius, part: 1, ulps: 32 },
  { ground: 'klein', chart: kleinChart(lens), unit: lens.radius, part: 1, ulps: 32 },
  // Sine and cosine are promised to 2⁻¹¹.
  { ground: 'band', chart: bandChart(lens, 900), unit: bandUnit(lens), part: 1.5, ulps: 2 ** 13 + 64 },
  { ground: 'hyperboloid', chart: hyperboloidChart(lens, turn), unit: focal, part: 0.12, ulps: 512 },
]

/**
 * What a shader takes for the point under a pixel, against what the pointer takes for it. Both start from a place of
 * the canvas in float32, so the error is measured by the size of what a unit in its last place does to the point.
 */
export const liftTwins: readonly Twin[] = charts.flatMap(({ ground, chart, unit, part, ulps }) => {
  const place = (p: Sample): [number, number] => {
    const [u, v] = inDisk(p)
    return [lens.X + unit * part * u, lens.Y + unit * part * v]
  }
  const lifted = (X: number, Y: number) => {
    const [x, y] = chart.pointAt(X, Y)
    return [x * chart.scale + chart.shift, Math.max(y * chart.scale, 1e-4)] as const
  }
  return (['x', 'y'] as const).map((name, n) => ({
    name: `lift to the ${ground}.${name}`,
    glsl: `${liftChunk(ground)}\nvec2 lifted(vec2 place) { vec2 z; lift(place, z); return z; }`,
    expression: `lifted(uLens.xy + uLens.z * ${part.toFixed(3)} * ${glslInDisk}).${name}`,
    ulps,
    cpu: (p: Sample) => lifted(...place(p))[n]!,
    scale: (p: Sample) => {
      const [X, Y] = place(p)
      const h = unit * 1e-4
      const slope = (dX: number, dY: number) =>
        Math.hypot(
          lifted(X + dX, Y + dY)[0] - lifted(X - dX, Y - dY)[0],
          lifted(X + dX, Y + dY)[1] - lifted(X - dX, Y - dY)[1],
        ) / 2e-4
      const [, y] = lifted(X, Y)
      return 1 + y + Math.abs(lifted(X, Y)[0]) + slope(h, 0) + slope(0, h)
    },
    uniforms: {
      uLens: { size: 3 as const, values: [lens.X, lens.Y, unit] },
      ...(ground === 'hyperboloid' && {
        uTurn: { size: 4 as const, values: [cosTurn, sinTurn, cosRise, sinRise] },
        uEye: { size: 3 as const, values: [...eye, rimHeight] },
      }),
    },
  }))
})
