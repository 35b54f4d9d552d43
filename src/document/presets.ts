import type { Document, Factor } from './document'
import { factorFromPacked } from './packedFactor'
import tree7Numbers from './trained/tree7.json'

export interface Preset {
  /** In links: preset=name. */
  readonly name: string
  readonly title: string
  readonly document: Document
}

const rest = {
  reflected: false,
  word: [],
  time: 1,
  move: 'both',
  target: 'base',
  head: null,
  classifier: null,
} as const satisfies Partial<Document>

type Given = Omit<Document, keyof typeof rest | 'version'> & Partial<Pick<Document, 'head'>>

/** Links leave out what equals the preset, so these numbers are part of the link format: never change one. */
function preset(name: string, document: Given): Preset {
  return { name, title: document.title, document: { version: 1, ...rest, ...document } }
}

const halfPlane3 = preset('halfPlane3', {
  title: '3 × 3 in the half-plane',
  space: 'halfPlane',
  a: [
    [
      [-0.4, 1.6],
      [0.7, 0.8],
      [-0.4, 0.6],
    ],
    [
      [0, 1.7],
      [0.5, 1.3],
      [1.1, 0.9],
    ],
    [
      [0.1, 0.6],
      [0.3, 0.9],
      [0.5, 0.5],
    ],
  ],
  b: [
    [
      [1.8, 2.1],
      [-0.9, 2.1],
      [1, 2.2],
    ],
    [
      [-1.1, 1.1],
      [0.8, 0.5],
      [0.3, 2.1],
    ],
    [
      [1.2, 1.3],
      [1.9, 1.3],
      [-0.4, 1],
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

/** Seed 13 of math/random, normal with standard deviation 0.8 about i, rounded to 3 decimals. */
const random4 = preset('random4', {
  title: '4 × 4, random points',
  space: 'halfPlane',
  a: [
    [
      [0.913, 0.28],
      [0.312, 1.651],
      [-0.174, 0.142],
      [-0.638, 2.62],
    ],
    [
      [1.214, 1.356],
      [1.521, 1.071],
      [0.815, 0.179],
      [-0.627, 0.356],
    ],
    [
      [-0.739, 0.372],
      [-1.314, 1.478],
      [0.681, 0.872],
      [-0.22, 0.937],
    ],
    [
      [0.531, 0.211],
      [-1.334, 0.614],
      [0.258, 0.71],
      [0.429, 1.507],
    ],
  ],
  b: [
    [
      [0.782, 1.291],
      [-0.121, 0.238],
      [-0.676, 0.232],
      [-0.684, 1.029],
    ],
    [
      [0.375, 0.877],
      [-0.566, 0.144],
      [0.793, 0.737],
      [1.518, 0.502],
    ],
    [
      [1.748, 2.404],
      [0.074, 1.518],
      [0.271, 0.326],
      [0.478, 0.269],
    ],
    [
      [0.326, 0.187],
      [-0.165, 1.414],
      [-0.54, 2.778],
      [0.668, 0.344],
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

const [queries, keys] = [0, tree7Numbers.length / 2].map((from) =>
  Float64Array.from(tree7Numbers.slice(from, from + tree7Numbers.length / 2)),
) as [Float64Array, Float64Array]

/** A head trained from a seed, see `trainPresets.ts`; the other trained presets are in `trainedPresets.ts`. */
const tree7 = preset('tree7', {
  title: 'Attention on a tree of 7 nodes, h = 1',
  space: 'halfPlane',
  a: factorFromPacked(queries, 1, 2),
  b: factorFromPacked(keys, keys.length / 2, 2),
  element: { x: 1.2, t: 0.5, theta: 0.16 },
  selection: [5, 1],
  free: { factor: 'a', row: 5, column: 0 },
  head: {
    rule: 'fixed',
    beta: 10,
    task: {
      parents: [-1, 0, 0, 1, 1, 2, 2],
      sequences: { train: 200, heldOut: 1000, length: 5, seed: 12 },
    },
  },
})

export const presets: readonly Preset[] = [tree7, halfPlane3, halfPlane2, line2, line3, random4, queriesKeys]

/** What a bare address opens. */
export const openingDocument = tree7.document

/** What matrices of one's own are put into, and what a link is about that names no preset. */
export const defaultDocument = halfPlane3.document

export function presetNamed(name: string): Preset | undefined {
  return presets.find((candidate) => candidate.name === name)
}
