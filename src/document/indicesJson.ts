import type { Document, FreeEntry, Size, Target } from './document'
import { checkReal } from './entry'
import { described, field, isFields, type Report } from './report'

/** Largest seed of a random target: what 32 bits hold. */
export const maxSeed = 2 ** 32 - 1

function isIndex(value: unknown, count: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count
}

export function readSelection(value: unknown, size: Size, report: Report): Document['selection'] | undefined {
  if (!Array.isArray(value) || value.length !== 2) {
    return report.add('selection', `must be [k, l], got ${described(value)}`)
  }
  const [k, l] = value as unknown[]
  if (!isIndex(k, size.rows)) {
    return report.add('selection[0]', `must be a row, 0 to ${size.rows - 1}, got ${described(k)}`)
  }
  if (!isIndex(l, size.columns)) {
    return report.add('selection[1]', `must be a column, 0 to ${size.columns - 1}, got ${described(l)}`)
  }
  return [k + 0, l + 0]
}

export function readFree(value: unknown, size: Size, report: Report): FreeEntry | undefined {
  if (!isFields(value)) return report.add('free', `must be {factor, row, column}, got ${described(value)}`)
  const unknown = Object.keys(value).find((key) => !['factor', 'row', 'column'].includes(key))
  if (unknown !== undefined) return report.add('free', `has the unknown field "${unknown.slice(0, 40)}"`)
  const factor = field(value, 'factor')
  if (factor !== 'a' && factor !== 'b') {
    return report.add('free.factor', `must be "a" or "b", got ${described(factor)}`)
  }
  const [rows, columns] = factor === 'a' ? [size.rows, size.inner] : [size.inner, size.columns]
  const row = field(value, 'row')
  const column = field(value, 'column')
  if (!isIndex(row, rows)) return report.add('free.row', `must be 0 to ${rows - 1}, got ${described(row)}`)
  if (!isIndex(column, columns)) {
    return report.add('free.column', `must be 0 to ${columns - 1}, got ${described(column)}`)
  }
  return { factor, row: row + 0, column: column + 0 }
}

export function readTarget(value: unknown, size: Size, report: Report): Target | undefined {
  if (value === 'base') return 'base'
  if (isFields(value)) return readSeed(value, report)
  if (!Array.isArray(value)) {
    return report.add('target', `must be "base", rows of numbers or {seed}, got ${described(value)}`)
  }
  const shape = `${size.rows} × ${size.columns}`
  if (value.length !== size.rows) {
    return report.add('target', `must be ${shape} as the product is, got ${value.length} rows`)
  }
  const rows: number[][] = []
  for (const [k, row] of (value as unknown[]).entries()) {
    if (!Array.isArray(row) || row.length !== size.columns) {
      return report.add(`target[${k}]`, `must have ${size.columns} numbers, got ${described(row)}`)
    }
    const numbers: number[] = []
    for (const [l, number] of (row as unknown[]).entries()) {
      const reason = typeof number === 'number' ? checkReal(number)?.problem : 'must be a number'
      if (reason !== undefined) return report.add(`target[${k}][${l}]`, reason)
      numbers.push((number as number) + 0)
    }
    rows.push(numbers)
  }
  return rows
}

function readSeed(value: Readonly<Record<string, unknown>>, report: Report): Target | undefined {
  const unknown = Object.keys(value).find((key) => key !== 'seed')
  if (unknown !== undefined) return report.add('target', `has the unknown field "${unknown.slice(0, 40)}"`)
  const seed = field(value, 'seed')
  if (!isIndex(seed, maxSeed + 1)) {
    return report.add('target.seed', `must be a whole number, 0 to ${maxSeed}, got ${described(seed)}`)
  }
  return { seed: seed + 0 }
}
