import { isProblem, problem, quoted, type Problem } from './problem'
import { isPattern, type Pattern } from './view'

/** The patterns that have a name; every other tiling {p,q} is typed. */
export const patternChoices: readonly { readonly value: Pattern; readonly label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'polar', label: 'Polar grid about i' },
  { value: 'horocyclic', label: 'Horocyclic grid' },
  { value: 'modular', label: 'Modular group' },
  ...(['7,3', '5,4', '4,5', '3,7', '6,4'] as const).map((value) => ({ value, label: `Tiling {${value}}` })),
]

/** The tiling that a person typed: 7,3 or {7, 3}, p and q from 3 to 12, in the hyperbolic plane. */
export function parsePattern(text: string): Pattern | Problem {
  const sizes = readSizes(text)
  if (isProblem(sizes)) return sizes
  const [p, q] = sizes
  const pattern = `${p},${q}` as const
  if (isPattern(pattern)) return pattern
  const sum = `1/${p} + 1/${q}`
  return (p - 2) * (q - 2) === 4
    ? problem(`{${p},${q}} tiles the Euclidean plane: ${sum} must be less than 1/2, not 1/2`)
    : problem(`{${p},${q}} tiles the sphere: ${sum} must be less than 1/2`)
}

function readSizes(text: string): readonly [p: number, q: number] | Problem {
  const found = /^\s*\{?\s*(\d{1,9})(?:\s*[,;]\s*|\s+)(\d{1,9})\s*\}?\s*$/.exec(text)
  if (!found) return problem(`needs two whole numbers p,q, as in 7,3, got ${quoted(text)}`)
  const [p, q] = [Number(found[1]), Number(found[2])]
  const outside = [p, q].find((size) => size < 3 || size > 12)
  return outside === undefined ? [p, q] : problem(`p and q must be from 3 to 12, got ${outside}`)
}
