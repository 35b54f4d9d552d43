import { parabolicRadius } from '../math/groupTorus'
import { dot, inDisk, layersBefore, parabolicNormal, type Camera, type Vector } from './groupSpace'

/** The outline of the surface |tr| = 2: where it turns away from the viewer with nothing of it before. */
export type Outline = readonly (readonly [from: Vector, to: Vector])[]

const rings = 120
const sides = 48

/** Marching squares for the zeros of normal · view over (ψ, φ); a saddle is cut off at two opposite corners. */
export function outlineOf(camera: Camera): Outline {
  const facing = Array.from({ length: rings }, (_, n) =>
    Array.from({ length: sides }, (_, m) => dot(parabolicNormal(...at(n, m)), camera.near)),
  )
  const value = (n: number, m: number) => facing[n]![m % sides]!
  const pieces: [Vector, Vector][] = []
  for (let n = 1; n < rings - 1; n++) {
    for (let m = 0; m < sides; m++) {
      const corners = [
        [n, m],
        [n + 1, m],
        [n + 1, m + 1],
        [n, m + 1],
      ] as const
      const cuts: Vector[] = []
      corners.forEach(([i, j], k) => {
        const [p, q] = corners[(k + 1) % 4]!
        const here = value(i, j)
        const there = value(p, q)
        if (here > 0 === there > 0) return
        const part = here / (here - there)
        cuts.push(onSurface(...at(i + part * (p - i), j + part * (q - j))))
      })
      for (let k = 0; k + 1 < cuts.length; k += 2) {
        const [from, to] = [cuts[k]!, cuts[k + 1]!]
        if (layersBefore(camera, from) + layersBefore(camera, to) === 0) pieces.push([from, to])
      }
    }
  }
  return pieces
}

const at = (n: number, m: number): [angle: number, phi: number] => [
  (n * 2 * Math.PI) / rings,
  (m * 2 * Math.PI) / sides,
]

/** The point of |tr| = 2 in direction φ of the disk at ψ. */
export const onSurface = (angle: number, phi: number): Vector => inDisk(angle, phi, parabolicRadius(angle))
