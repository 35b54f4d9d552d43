import { sizeOf, type Entry, type Factor, type FactorName, type Size } from '../document/document'
import { normal, random, randomPoint } from '../math/random'
import { store } from '../store/store'

/** Cuts or extends both factors; entries that were there stay, new ones are random by their place. */
export function resize({ rows, inner, columns }: Size): void {
  const { document, edit } = store.getState()
  const extended = (factor: FactorName, height: number, width: number): Factor =>
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => {
        const kept = document[factor][row]?.[column]
        return kept ?? newEntry(document.space === 'line', factor, row, column)
      }),
    )
  const now = sizeOf(document)
  if (now.rows === rows && now.inner === inner && now.columns === columns) return
  edit({ a: extended('a', rows, inner), b: extended('b', inner, columns) })
}

function newEntry(isReal: boolean, factor: FactorName, row: number, column: number): Entry {
  const next = random(1 + row * 64 + column + (factor === 'b' ? 64 * 64 : 0))
  const rounded = (x: number) => Math.round(x * 10) / 10
  if (isReal) return rounded(2 * normal(next))
  const [x, y] = randomPoint(next)
  return [rounded(x), Math.max(rounded(y), 0.1)]
}
