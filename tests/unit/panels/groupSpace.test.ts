import { describe, expect, it } from 'vitest'
import { toTorus } from '../../../src/math/groupTorus'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { outlineOf } from '../../../src/panels/groupOutline'
import {
  cameraOf,
  dot,
  inDisk,
  layersBefore,
  parabolicNormal,
  placed,
  seen,
  tube,
  turnedBy,
  type Vector,
} from '../../../src/panels/groupSpace'

const extent = { width: 244, height: 195 }
const from = (azimuth: number, elevation: number) => cameraOf({ azimuth, elevation }, extent, { x: 4, y: 16 })
const close = (v: readonly number[], w: readonly number[]) =>
  v.forEach((x, k) => expect(x).toBeCloseTo(w[k]!, 12))

describe('the torus in space', () => {
  it('has the identity in front, z ↦ z + x to the outside, z ↦ eᵗz above', () => {
    close(placed(toTorus([1, 0, 0, 1])), [0, 1, 0])
    close(placed(toTorus([2, 0, 0, 0.5])), [0, 1, 0.6 * tube])
    const [right, near, up] = placed(toTorus([1, 0.1, 0, 1]))
    expect(Math.hypot(right, near)).toBeGreaterThan(1.02)
    expect(Math.abs(up)).toBeLessThan(0.01)
    close(placed(toTorus(fromIwasawa(0, 0, -Math.PI / 4))), [1, 0, 0])
  })

  it('has the parabolic normal square to the surface, and outwards', () => {
    const h = 1e-5
    for (const [angle, phi] of [
      [0.7, 0.3],
      [-2, 4],
      [3, 2],
    ] as const) {
      const at = (a: number, p: number) => inDisk(a, p, Math.abs(Math.sin(a / 2)))
      const along = (p: Vector, q: Vector): Vector => [p[0] - q[0], p[1] - q[1], p[2] - q[2]]
      const normal = parabolicNormal(angle, phi)
      expect(dot(normal, along(at(angle + h, phi), at(angle - h, phi))) / h).toBeCloseTo(0, 8)
      expect(dot(normal, along(at(angle, phi + h), at(angle, phi - h))) / h).toBeCloseTo(0, 8)
      expect(dot(normal, along(at(angle, phi), inDisk(angle, 0, 0)))).toBeGreaterThan(0)
    }
  })
})

describe('the camera', () => {
  it('shows the identity below the middle from above in front, and to the left once it is turned', () => {
    const [x, y] = seen(from(0, 0.6), [0, 1, 0])
    expect(x).toBe(extent.width / 2)
    expect(y).toBeGreaterThan(extent.height / 2)
    expect(seen(from(0.5, 0.6), [0, 1, 0])[0]).toBeLessThan(x)
  })

  it('keeps the whole torus between the margins from everywhere', () => {
    for (let k = 0; k < 40; k++) {
      const camera = from(k * 0.7, -1.57 + k * 0.0785)
      for (let n = 0; n < 400; n++) {
        const [x, y] = seen(camera, inDisk(n * 0.61, n * 1.27, 1))
        expect(Math.abs(x - extent.width / 2)).toBeLessThanOrEqual(extent.width / 2 - 4 + 1e-9)
        expect(Math.abs(y - extent.height / 2)).toBeLessThanOrEqual(extent.height / 2 - 16 + 1e-9)
      }
    }
  })

  it('goes no farther than straight above', () => {
    expect(turnedBy({ azimuth: 0, elevation: 1.5 }, 0.2, 1).elevation).toBe(Math.PI / 2)
    expect(turnedBy({ azimuth: 0, elevation: 0 }, 0.2, -3).elevation).toBe(-Math.PI / 2)
  })

  it('counts the walls of the surface before a point: 3 along the core from side to side, 0 outside in front', () => {
    const side = from(Math.PI / 2, 0)
    expect(layersBefore(side, inDisk(-Math.PI / 2, 0, 0))).toBe(3)
    expect(layersBefore(side, inDisk(Math.PI / 2, 0, 0))).toBe(1)
    expect(layersBefore(side, inDisk(Math.PI / 2, 0, 0.95))).toBe(0)
    expect(layersBefore(side, inDisk(-Math.PI / 2, 0, 0.95))).toBe(4)
  })
})

describe('the outline of the parabolic surface', () => {
  it('lies on it, within the grid, where the normal is square to the view', () => {
    for (const camera of [from(-0.42, 0.66), from(2, -0.3), from(1, Math.PI / 2)]) {
      const outline = outlineOf(camera)
      expect(outline.length).toBeGreaterThan(100)
      for (const [[right, near, up]] of outline) {
        const angle = Math.atan2(right, near)
        const out = Math.hypot(right, near) - 1
        expect(Math.hypot(out, up) / tube).toBeCloseTo(Math.abs(Math.sin(angle / 2)), 12)
        const normal = parabolicNormal(angle, Math.atan2(up, out))
        const size = Math.sqrt(dot(normal, normal))
        expect(Math.abs(dot(normal, camera.near)) / size).toBeLessThan(0.02)
      }
    }
  })
})
