import { derive } from './derive'
import type { Document } from './document'
import { factsJson, factsLines, type FigureFacts } from './figureFacts'
import type { Matrix } from './matrix'
import { formatNumber, formatPoint } from './number'
import type { TakenMatrix } from './takenMatrices'

/** Significant digits of LaTeX, or every digit that the number has. */
export type Digits = 3 | 5 | 'all'

/** A matrix as .csv, a + bi for pairs, below the facts in lines that begin with #. */
export function commentedCsv({ rows, columns, numbers, values }: Matrix, facts: FigureFacts): string {
  const cell = (n: number) =>
    numbers === 1 ? formatNumber(values[n]!) : formatPoint([values[2 * n]!, values[2 * n + 1]!])
  const lines = Array.from({ length: rows }, (_, k) =>
    Array.from({ length: columns }, (__, l) => cell(k * columns + l)).join(','),
  )
  return [...factsLines(facts, '#'), ...lines, ''].join('\n')
}

/** All matrices as fields of one object: lists of rows, an entry of two numbers as [x, y]. */
export function matricesJson(
  document: Document,
  matrices: readonly TakenMatrix[],
  facts: FigureFacts,
): string {
  const { largestChange, bound } = derive(document)
  const fields = matrices.map(({ id, matrix }) => [id, rowsOf(matrix)] as const)
  return `${JSON.stringify({ ...factsJson(facts), ...Object.fromEntries(fields), largestChange, bound }, null, 1)}\n`
}

function rowsOf({ rows, columns, numbers, values }: Matrix): (number | number[])[][] {
  return Array.from({ length: rows }, (_, k) =>
    Array.from({ length: columns }, (__, l) => {
      const n = numbers * (k * columns + l)
      return numbers === 1 ? values[n]! : Array.from(values.subarray(n, n + numbers))
    }),
  )
}

/** Without a word more amsmath writes so many columns at most. */
const mostColumns = 10

/** Matrices as pmatrix of amsmath, one equation each, below the facts as comments. */
export function matricesLatex(
  matrices: readonly Pick<TakenMatrix, 'latex' | 'matrix'>[],
  digits: Digits,
  facts: FigureFacts,
): string {
  const widest = Math.max(...matrices.map(({ matrix }) => matrix.columns))
  return [
    ...factsLines(facts, '%'),
    '% \\usepackage{amsmath}',
    ...(widest > mostColumns ? [`\\setcounter{MaxMatrixCols}{${widest}}`] : []),
    ...matrices.flatMap(({ latex, matrix }) => ['\\[', `${latex} = ${pmatrix(matrix, digits)}`, '\\]']),
    '',
  ].join('\n')
}

function pmatrix({ rows, columns, numbers, values }: Matrix, digits: Digits): string {
  const cell = (n: number) =>
    numbers === 1 ? latexNumber(values[n]!, digits) : latexPoint(values[2 * n]!, values[2 * n + 1]!, digits)
  const lines = Array.from({ length: rows }, (_, k) =>
    Array.from({ length: columns }, (__, l) => cell(k * columns + l)).join(' & '),
  )
  return `\\begin{pmatrix}\n  ${lines.join(' \\\\\n  ')}\n\\end{pmatrix}`
}

function latexPoint(x: number, y: number, digits: Digits): string {
  const [re, im] = [latexNumber(x, digits), latexNumber(y, digits)]
  const i = im === '1' ? 'i' : `${im}i`
  return re === '0' ? i : `${re} + ${i}`
}

/** "-1.5", "3.1 \cdot 10^{-15}", "\infty" */
function latexNumber(value: number, digits: Digits): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '\\text{--}' : value < 0 ? '-\\infty' : '\\infty'
  const text = formatNumber(digits === 'all' ? value : Number(value.toPrecision(digits)))
  return text.replace(/e(-?\d+)$/, ' \\cdot 10^{$1}').replace(/^(-?)1 \\cdot /, '$1')
}
