import type { FactorName } from './document'

const subscripts = '₀₁₂₃₄₅₆₇₈₉'

const subscript = (index: number): string =>
  [...String(index + 1)].map((digit) => subscripts[Number(digit)]).join('')

/** a₁₂ for row 0, column 1 of A; with a comma where a two-digit index would make it ambiguous. */
export function entryName(factor: FactorName | 'c', row: number, column: number): string {
  const comma = row > 8 || column > 8 ? ',' : ''
  return `${factor}${subscript(row)}${comma}${subscript(column)}`
}

/** h₁ for factor 0 of a word. */
export const factorName = (index: number): string => `h${subscript(index)}`
