import { parabolicRadius, type TorusPoint } from '../math/groupTorus'

/** The solid torus of PSL(2,R) in space, as it stands before the viewer, and an orthographic camera. */

/** To the right, towards the viewer, upwards; the core circle has radius 1. */
export type Vector = readonly [right: number, near: number, up: number]

/** Radius of the meridian disks, in which w lies. */
export const tube = 0.54

/**
 * The identity is nearest to the viewer, ψ grows to the right. In a meridian disk the half-plane stands upright:
 * ∞ is up and the positive reals point outwards.
 */
export function placed({ re, im, angle }: TorusPoint): Vector {
  const out = 1 - tube * im
  return [out * Math.sin(angle), out * Math.cos(angle), tube * re]
}

/** The point of the meridian disk at ψ = `angle` in direction `phi` from its centre, 0 being outwards. */
export function inDisk(angle: number, phi: number, radius: number): Vector {
  return placed({ re: radius * Math.sin(phi), im: -radius * Math.cos(phi), angle })
}

/** A normal, not of unit length, of the surface |tr| = 2 at direction φ of the disk at ψ; it points outwards. */
export function parabolicNormal(angle: number, phi: number): Vector {
  const slope = (tube / 2) * Math.cos(angle / 2) * Math.sign(Math.sin(angle / 2))
  const size = 1 + tube * parabolicRadius(angle) * Math.cos(phi)
  const out = size * Math.cos(phi)
  return [
    out * Math.sin(angle) - slope * Math.cos(angle),
    out * Math.cos(angle) + slope * Math.sin(angle),
    size * Math.sin(phi),
  ]
}

/** From where the torus is seen, in radians: how far round it, and how far above its plane. */
export interface Look {
  readonly azimuth: number
  readonly elevation: number
}

export const firstLook: Look = { azimuth: -0.42, elevation: 0.66 }

export function turnedBy({ azimuth, elevation }: Look, across: number, up: number): Look {
  const steep = Math.min(Math.max(elevation + up, -Math.PI / 2), Math.PI / 2)
  return { azimuth: (azimuth + across) % (2 * Math.PI), elevation: steep }
}

export interface Camera {
  readonly right: Vector
  readonly up: Vector
  /** Towards the viewer. */
  readonly near: Vector
  /** CSS pixels per unit, and the middle of the picture. */
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** The whole torus fits between the margins, from wherever it is seen. */
export function cameraOf(
  { azimuth, elevation }: Look,
  { width, height }: { width: number; height: number },
  margin: { x: number; y: number },
): Camera {
  const [sine, cosine] = [Math.sin(azimuth), Math.cos(azimuth)]
  const [rise, level] = [Math.sin(elevation), Math.cos(elevation)]
  return {
    right: [cosine, -sine, 0],
    up: [-sine * rise, -cosine * rise, level],
    near: [sine * level, cosine * level, rise],
    scale: Math.min((width / 2 - margin.x) / (1 + tube), (height / 2 - margin.y) / (Math.abs(rise) + tube)),
    x: width / 2,
    y: height / 2,
  }
}

/** The same view from behind, as far as what hides what. */
export function reversed(camera: Camera): Camera {
  const [right, front, up] = camera.near
  return { ...camera, near: [-right, -front, -up] }
}

export const dot = (u: Vector, v: Vector): number => u[0] * v[0] + u[1] * v[1] + u[2] * v[2]

/** Pixels from the left and from the top. */
export function seen(camera: Camera, v: Vector): [x: number, y: number] {
  return [camera.x + camera.scale * dot(camera.right, v), camera.y - camera.scale * dot(camera.up, v)]
}

const stride = 0.05
/** What lies on the surface is not hidden by the place where it lies. */
const skin = 0.04

/** How often the ray from a point to the viewer crosses the surface |tr| = 2. */
export function layersBefore({ near }: Camera, [right, front, up]: Vector): number {
  let count = 0
  let was = 0
  for (let s = skin; s < 2 * (1 + tube); s += stride) {
    const x = right + s * near[0]
    const y = front + s * near[1]
    const z = up + s * near[2]
    const out = Math.sqrt(x * x + y * y)
    const radius2 = ((out - 1) * (out - 1) + z * z) / (tube * tube)
    const side = radius2 < (1 - y / out) / 2 ? -1 : 1
    if (was !== 0 && side !== was) count++
    was = side
  }
  return count
}
