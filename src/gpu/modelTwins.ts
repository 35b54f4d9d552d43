import { fromBand, fromDisk, fromHyperboloid, fromKlein } from '../math/models'
import { meetSheet } from '../math/sightLine'
import { planeModels } from './chunks/planeModels.glsl'
import type { Sample, Twin } from './twins'

/** A point of the open disk of radius 0.9 for each sample. */
export const inDisk = ([x, y]: Sample): [number, number] => {
  const size = 1 + Math.abs(x) + y
  return [(0.9 * x) / size, (0.9 * y) / size]
}
export const glslInDisk = '(0.9 * p.xy / (1.0 + abs(p.x) + p.y))'

/** dz/dw = 2i/(1 - w)², and Klein's is as steep at the rim: rounding of w is enlarged by so much. */
const steepness = (p: Sample): number => {
  const [u, v] = inDisk(p)
  return 2 / ((1 - u) ** 2 + v * v) + 2 / (1 - u * u - v * v)
}

const eye = [0, -7, 10] as const
const wayOf = ([x, , u]: Sample): [number, number, number] => [
  (0.25 * x) / (1 + Math.abs(x)),
  0.66 + (0.2 * u) / (1 + Math.abs(u)),
  -0.75,
]
const glslHit =
  'meetSheet(vec3(0.0, -7.0, 10.0), vec3(0.25 * p.x / (1.0 + abs(p.x)), 0.66 + 0.2 * p.z / (1.0 + abs(p.z)), -0.75))'

const pair = (
  name: string,
  expression: string,
  ulps: number,
  cpu: (p: Sample) => readonly number[],
  scale: (p: Sample) => number,
): Twin[] =>
  ['x', 'y', 'z'].slice(0, name === 'meetSheet' ? 3 : 2).map((part, n) => ({
    name: `${name}.${part}`,
    glsl: planeModels,
    expression: `${expression}.${part}`,
    ulps,
    cpu: (p) => cpu(p)[n]!,
    scale,
  }))

/** A point of the sheet over the disk of radius 0.9 in (e₁, e₂, t), as the bowl has them. */
const onSheet = (p: Sample): [number, number, number] => {
  const [u, v] = inDisk(p)
  return [3 * u, 3 * v, Math.sqrt(1 + 9 * u * u + 9 * v * v)]
}
const glslOnSheet = `vec3(3.0 * ${glslInDisk}, sqrt(1.0 + 9.0 * dot(${glslInDisk}, ${glslInDisk})))`

export const modelTwins: readonly Twin[] = [
  ...pair('fromDisk', `fromDisk(${glslInDisk})`, 16, (p) => fromDisk(...inDisk(p)), steepness),
  ...pair('fromKlein', `fromKlein(${glslInDisk})`, 16, (p) => fromKlein(...inDisk(p)), steepness),
  // Sine and cosine are promised to an absolute 2⁻¹¹ and no better: less than a tenth of a pixel of a band.
  ...pair(
    'fromBand',
    `fromBand(vec2(4.0 * ${glslInDisk}.x, 0.1 + 3.0 * ${glslInDisk}.y))`,
    2 ** 13 + 32,
    (p) => fromBand(4 * inDisk(p)[0], 0.1 + 3 * inDisk(p)[1]),
    (p) => Math.exp(4 * inDisk(p)[0]),
  ),
  ...pair(
    'fromSheet',
    `fromSheet(${glslOnSheet})`,
    32,
    (p) => {
      const [e1, e2, t] = onSheet(p)
      return fromHyperboloid(t, e2, -e1)
    },
    // y = 1/(t - e₂) and x = e₁ y: the error of t - e₂ is enlarged by y², and by e₁ for x.
    (p) => {
      const [e1, e2, t] = onSheet(p)
      return ((1 + Math.abs(e1)) * t) / (t - e2) ** 2 + 1
    },
  ),
  // Eye and way are of size 12: the sheet is met to that many units in the last place.
  ...pair(
    'meetSheet',
    glslHit,
    32,
    (p) => meetSheet(eye, wayOf(p)) ?? [0, 0, -1],
    () => 12,
  ),
]
