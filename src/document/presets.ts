import type { Document, Factor } from './document'

export interface Preset {
  /** In links: preset=name. */
  readonly name: string
  readonly title: string
  readonly document: Document
}

/** Links leave out what equals the preset, so these numbers are part of the link format: never change one. */
function preset(name: string, document: Omit<Document, 'version' | 'move' | 'target'>): Preset {
  return { name, title: document.title, document: { version: 1, move: 'both', target: 'base', ...document } }
}

const halfPlane3 = preset('halfPlane3', {
  title: '3 × 3 in the half-plane',
  space: 'halfPlane',
  a: [
    [
      [0.1, 1.3],
      [-2.5, 2.2],
      [-1.4, 0.8],
    ],
    [
      [-0.2, 1.7],
      [-0.2, 2.5],
      [-0.7, 1.1],
    ],
    [
      [-0.9, 1.9],
      [-0.5, 0.6],
      [0.3, 2],
    ],
  ],
  b: [
    [
      [2.3, 1.3],
      [0.8, 2.1],
      [2.5, 2.4],
    ],
    [
      [0.6, 1.3],
      [1.3, 1.9],
      [1.9, 1.3],
    ],
    [
      [0.9, 0.6],
      [2.4, 1.7],
      [2, 1.8],
    ],
  ],
  element: { x: 0.55, t: -0.1, theta: -0.55 },
  selection: [2, 0],
  free: { factor: 'a', row: 2, column: 1 },
})

const halfPlane2 = preset('halfPlane2', {
  title: '2 × 2 in the half-plane',
  space: 'halfPlane',
  a: [
    [
      [-1.7, 1.4],
      [-0.7, 1.5],
    ],
    [
      [-0.6, 0.5],
      [-1.2, 0.6],
    ],
  ],
  b: [
    [
      [0.3, 0.6],
      [-0.2, 0.4],
    ],
    [
      [0.9, 2.4],
      [-0.3, 0.8],
    ],
  ],
  element: [2, 1, 1, 1],
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
})

const line2 = preset('line2', {
  title: '2 × 2 on the real line',
  space: 'line',
  a: [
    [-2, 1],
    [0.5, 3],
  ],
  b: [
    [-1, 2.5],
    [1.5, -0.5],
  ],
  element: 0.75,
  selection: [0, 1],
  free: { factor: 'a', row: 0, column: 0 },
})

const line3 = preset('line3', {
  title: '3 × 3 on the real line',
  space: 'line',
  a: [
    [-4, 1, 3],
    [2, -1.5, 0],
    [-0.5, 4, -3],
  ],
  b: [
    [-2, 0.5, 3],
    [1, -3.5, 2],
    [4, -1, -0.5],
  ],
  element: 1.25,
  selection: [1, 2],
  free: { factor: 'a', row: 1, column: 2 },
})

const random4 = preset('random4', {
  title: '4 × 4, random points',
  space: 'halfPlane',
  a: [
    [
      [-1.357, 1.448],
      [-0.875, 1.268],
      [-0.608, 0.497],
      [1.386, 0.97],
    ],
    [
      [-1.254, 2.43],
      [-3.293, 1.141],
      [0.013, 0.667],
      [1.321, 0.512],
    ],
    [
      [1.684, 0.408],
      [-1.027, 0.86],
      [-0.908, 1.382],
      [2.067, 1.243],
    ],
    [
      [-1.759, 1.024],
      [3.004, 1.767],
      [-1.723, 0.659],
      [-1.324, 0.817],
    ],
  ],
  b: [
    [
      [0.008, 1.181],
      [2.117, 0.649],
      [-2.515, 0.882],
      [-0.731, 1.242],
    ],
    [
      [0.755, 1.796],
      [-2.692, 1.305],
      [0.125, 1.94],
      [2.38, 0.585],
    ],
    [
      [-0.567, 1.018],
      [-0.212, 1.709],
      [-0.672, 0.86],
      [1.36, 0.961],
    ],
    [
      [1.165, 3.725],
      [-1.688, 0.276],
      [-0.14, 1.162],
      [-1.521, 1.131],
    ],
  ],
  element: { x: 0.4, t: 0.2, theta: 0.3 },
  selection: [1, 2],
  free: { factor: 'a', row: 1, column: 0 },
})

/** Keys lie at distance 0, 1 and 1.6 from i by depth; each query leans from its key towards the parent. */
const queriesKeys = preset('queriesKeys', {
  title: 'Queries and keys, 7 nodes',
  space: 'halfPlane',
  a: column([
    [0.06, 1.13],
    [-0.79, 0.81],
    [0.79, 0.81],
    [-0.66, 0.35],
    [-1.72, 1.38],
    [1.72, 1.38],
    [0.66, 0.35],
  ]),
  b: [
    [
      [0, 1],
      [-0.86, 0.75],
      [0.86, 0.75],
      [-0.64, 0.29],
      [-2.07, 1.42],
      [2.07, 1.42],
      [0.64, 0.29],
    ],
  ],
  element: { x: 0.55, t: -0.1, theta: -0.55 },
  selection: [5, 1],
  free: { factor: 'a', row: 5, column: 0 },
})

function column(entries: Factor[number]): Factor {
  return entries.map((entry) => [entry])
}

export const presets: readonly Preset[] = [halfPlane3, halfPlane2, line2, line3, random4, queriesKeys]

/** What a bare address opens. */
export const defaultDocument = halfPlane3.document

export function presetNamed(name: string): Preset | undefined {
  return presets.find((candidate) => candidate.name === name)
}
