/**
 * The singular values of a matrix, largest first: Householder reflections from both sides leave two diagonals, whose
 * singular values are found by bisection. Each value has error at most 4 max(m, n) ε σ₁, so rank can be read down to
 * there; the eigenvalues of MᵀM would blur everything below √ε σ₁.
 *
 * @param matrix (rows, columns) row-major; not changed
 * @returns min(rows, columns) values, ≥ 0
 * @throws RangeError if the length is not rows · columns, or an entry is not finite
 * @see Golub and Van Loan, Matrix Computations, the chapter on the singular value decomposition (the reflections);
 *   Demmel and Kahan, Accurate singular values of bidiagonal matrices (1990) (the bisection)
 */
export function singularValues(matrix: Float64Array, rows: number, columns: number): Float64Array {
  if (matrix.length !== rows * columns) {
    const needed = `${rows} × ${columns} needs ${rows * columns}`
    throw new RangeError(`singularValues: the matrix holds ${matrix.length} numbers, ${needed}`)
  }
  let largest = 0
  for (const entry of matrix) {
    if (!Number.isFinite(entry)) throw new RangeError('singularValues: an entry is not finite')
    largest = Math.max(largest, Math.abs(entry))
  }
  const count = Math.min(rows, columns)
  if (largest === 0) return new Float64Array(count)
  // A power of 2, halved so that it is never out of range: scaling rounds nothing and no square overflows.
  const scale = 2 ** Math.floor(Math.log2(largest) / 2)
  const tall = scaledTall(matrix, rows, columns, scale)
  const values = bidiagonalValues(bidiagonal(tall, Math.max(rows, columns), count))
  for (let k = 0; k < count; k++) values[k] = values[k]! * scale * scale
  return values
}

/** M/scale², or its transpose if M is wide: at least as many rows as columns. */
function scaledTall(matrix: Float64Array, rows: number, columns: number, scale: number): Float64Array {
  if (rows >= columns) return matrix.map((entry) => entry / scale / scale)
  const out = new Float64Array(matrix.length)
  for (let j = 0; j < rows; j++) {
    for (let k = 0; k < columns; k++) out[k * rows + j] = matrix[j * columns + k]! / scale / scale
  }
  return out
}

/** Below this a sum of squares is 0: entries are below 4 in size, so nothing that float64 sees is lost. */
const nothing = 1e-290

/**
 * d₁ e₁ d₂ e₂ … d_n: the two diagonals that reflections from the left and the right leave of m.
 *
 * @param m (rows, columns) row-major with rows ≥ columns; overwritten
 */
function bidiagonal(m: Float64Array, rows: number, columns: number): Float64Array {
  const entries = new Float64Array(2 * columns - 1)
  const sums = new Float64Array(columns)
  for (let k = 0; k < columns; k++) {
    entries[2 * k] = reflectColumn(m, rows, columns, k, sums)
    if (k + 1 < columns) entries[2 * k + 1] = reflectRow(m, rows, columns, k)
  }
  return entries
}

/** Reflects the rows from k on, so that of column k one entry is left, which is returned. */
function reflectColumn(
  m: Float64Array,
  rows: number,
  columns: number,
  k: number,
  sums: Float64Array,
): number {
  let squares = 0
  for (let i = k; i < rows; i++) squares += m[i * columns + k]! * m[i * columns + k]!
  if (squares < nothing) return 0
  const first = m[k * columns + k]!
  const left = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares)
  m[k * columns + k] = first - left
  sums.fill(0)
  for (let i = k; i < rows; i++) {
    const v = m[i * columns + k]!
    for (let j = k + 1; j < columns; j++) sums[j] = sums[j]! + v * m[i * columns + j]!
  }
  const factor = 1 / (left * (left - first))
  for (let i = k; i < rows; i++) {
    const v = m[i * columns + k]! * factor
    for (let j = k + 1; j < columns; j++) m[i * columns + j] = m[i * columns + j]! - v * sums[j]!
  }
  return left
}

/** Reflects the columns from k + 1 on, so that of row k one entry is left there, which is returned. */
function reflectRow(m: Float64Array, rows: number, columns: number, k: number): number {
  const row = k * columns
  let squares = 0
  for (let j = k + 1; j < columns; j++) squares += m[row + j]! * m[row + j]!
  if (squares < nothing) return 0
  const first = m[row + k + 1]!
  const left = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares)
  m[row + k + 1] = first - left
  const factor = 1 / (left * (left - first))
  for (let i = k + 1; i < rows; i++) {
    const at = i * columns
    let sum = 0
    for (let j = k + 1; j < columns; j++) sum += m[row + j]! * m[at + j]!
    sum *= factor
    for (let j = k + 1; j < columns; j++) m[at + j] = m[at + j]! - sum * m[row + j]!
  }
  return left
}

/**
 * The singular values of a bidiagonal matrix, which are the positive eigenvalues of the tridiagonal one with zero
 * diagonal and d₁ e₁ d₂ … beside it. Values below ε² of the largest come out as 0.
 */
function bidiagonalValues(entries: Float64Array): Float64Array {
  const count = (entries.length + 1) / 2
  const squares = entries.map((entry) => entry * entry)
  let top = 0
  entries.forEach((entry, k) => {
    top = Math.max(top, Math.abs(entry) + Math.abs(entries[k + 1] ?? 0))
  })
  const values = new Float64Array(count)
  const finest = top * Number.EPSILON ** 2

  // The values in [low, high): those that have `before` smaller ones and `upTo` - 1 at most.
  const bisect = (low: number, high: number, before: number, upTo: number): void => {
    const middle = low + (high - low) / 2
    if (high - low <= Number.EPSILON * high || high < finest) {
      values.fill(low === 0 ? 0 : middle, count - upTo, count - before)
      return
    }
    const below = countBelow(squares, middle) - count
    if (below > before) bisect(low, middle, before, below)
    if (below < upTo) bisect(middle, high, below, upTo)
  }
  bisect(0, top * (1 + 4 * Number.EPSILON), 0, count)
  return values
}

/** How many eigenvalues are below x > 0: the negative pivots of the tridiagonal matrix minus x. */
function countBelow(squares: Float64Array, x: number): number {
  let pivot = -x
  let count = 1
  for (let k = 0; k < squares.length; k++) {
    pivot = -x - squares[k]! / pivot
    if (pivot < 0) count++
    // A zero pivot counts as negative; a small one must not make 0/0 of the next.
    else if (pivot < nothing) {
      pivot = -nothing
      count++
    }
  }
  return count
}
