import type { PerspectiveCamera } from 'three'
import type { Viewport } from './viewport'

/**
 * One perspective camera for the flat plane and for the tilted floor. Untilted, a world point (X, Y, 0)
 * is drawn at exactly X pixels from the left and Y pixels above the boundary line; tilted, the camera
 * has swung about the middle of the plane towards its near edge and stepped back.
 */
const fieldOfView = 28
const steepest = (58 * Math.PI) / 180
/** So far back that the near edge of the floor is as wide as the canvas. */
const stepBack = 0.21
/** The surface rises above the floor: the picture is shifted down by this part of the height. */
const lowering = 0.12

export interface Pose {
  /** Camera position. */
  readonly y: number
  readonly z: number
  /** Angle from looking straight at the plane. */
  readonly angle: number
  /** Pixels per unit of length at distance 1. */
  readonly focal: number
}

/** @param tilt 0 flat … 1 tilted */
export function poseOf(v: Viewport, tilt: number): Pose {
  const focal = v.height / 2 / Math.tan((fieldOfView * Math.PI) / 360)
  const angle = steepest * tilt
  const distance = focal * (1 + stepBack * tilt)
  const middle = v.height / 2 - v.floor
  const lift = lowering * v.height * tilt
  return {
    y: middle - distance * Math.sin(angle) + lift * Math.cos(angle),
    z: distance * Math.cos(angle) + lift * Math.sin(angle),
    angle,
    focal,
  }
}

export function placeCamera(camera: PerspectiveCamera, v: Viewport, tilt: number): void {
  const { y, z, angle, focal } = poseOf(v, tilt)
  camera.fov = fieldOfView
  camera.aspect = v.width / v.height
  camera.near = focal / 20
  camera.far = focal * 8
  camera.position.set(v.width / 2, y, z)
  camera.rotation.set(angle, 0, 0)
  camera.updateProjectionMatrix()
}

/** Where a world point is on the canvas: pixels from the left and from the top. */
export function project(v: Viewport, tilt: number, X: number, Y: number, Z = 0): [left: number, top: number] {
  const { y, z, angle, focal } = poseOf(v, tilt)
  const sine = Math.sin(angle)
  const cosine = Math.cos(angle)
  const depth = (Y - y) * sine + (z - Z) * cosine
  const rise = (Y - y) * cosine + (Z - z) * sine
  return [v.width / 2 + (focal * (X - v.width / 2)) / depth, v.height / 2 - (focal * rise) / depth]
}

/** The point of the floor that is seen at a place of the canvas; undefined above the horizon. */
export function unproject(
  v: Viewport,
  tilt: number,
  left: number,
  top: number,
): [X: number, Y: number] | undefined {
  const { y, z, angle, focal } = poseOf(v, tilt)
  const across = left - v.width / 2
  const up = v.height / 2 - top
  const fall = focal * Math.cos(angle) - up * Math.sin(angle)
  if (fall <= 0) return undefined
  const reach = z / fall
  return [v.width / 2 + across * reach, y + (focal * Math.sin(angle) + up * Math.cos(angle)) * reach]
}
