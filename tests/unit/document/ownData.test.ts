import { describe, expect, it } from 'vitest'
import { ownSource, readOwnTable, type OwnTable } from '../../../src/document/ownData'
import { isProblem } from '../../../src/document/problem'

const read = (text: string): OwnTable => {
  const table = readOwnTable(text)
  if (isProblem(table)) throw new Error(table.problem)
  return table
}
const refusal = (text: string): string => {
  const table = readOwnTable(text)
  return isProblem(table) ? table.problem : 'read'
}
const split = { heldOut: 1 / 3, seed: 1 }
const made = (text: string, label?: number, how = split) => {
  const table = read(text)
  return ownSource(table, label ?? table.label, how)
}
const problemOf = (text: string, label?: number, how = split): string => {
  const source = made(text, label, how)
  return isProblem(source) ? source.problem : 'made'
}

const plain = 'x,y,side\n1,2,left\n-1.5,3e1,right\n0.5,1,left\n2,2,right\n3,3,left\n4,1,right\n'

describe('rows of one’s own', () => {
  it('are split by class, and each row goes with its label', () => {
    const source = made(plain)
    expect(source).toMatchObject({ kind: 'own', classes: ['left', 'right'] })
    if (isProblem(source)) return
    expect([source.train.rows.length, source.heldOut.rows.length]).toEqual([4, 2])
    const all = [source.train, source.heldOut].flatMap(({ rows, labels }) =>
      rows.map((row, n) => `${row.join(' ')} ${source.classes[labels[n]!]!}`),
    )
    expect(all.sort()).toEqual(
      ['1 2 left', '-1.5 30 right', '0.5 1 left', '2 2 right', '3 3 left', '4 1 right'].sort(),
    )
  })
  it('are the same for the same seed, and others for another one', () => {
    expect(made(plain)).toEqual(made(plain))
    const seeds = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(made(plain, 2, { ...split, seed })))
    expect(new Set(seeds).size).toBeGreaterThan(1)
  })
  it.each([
    ['commas', plain],
    ['tabs', plain.replaceAll(',', '\t')],
    ['semicolons', plain.replaceAll(',', ';')],
    ['spaces', plain.replaceAll(',', '  ')],
    ['CRLF, a byte order mark and blank lines', `\ufeff${plain.replaceAll('\n', '\r\n\r\n')}`],
    ['decimal commas between tabs', plain.replaceAll(',', '\t').replaceAll('.', ',')],
    ['quotation marks', plain.replaceAll('left', '"left"')],
    ['no names', plain.slice(plain.indexOf('\n') + 1)],
  ])('are read with %s alike', (_, text) => {
    const [one, other] = [made(text), made(plain)]
    expect(one).toEqual(other)
  })

  it('the label is the one column of words, wherever it stands', () => {
    expect(read('a,1,2\nb,2,3\na,3,4')).toMatchObject({
      label: 0,
      isClear: true,
      names: ['column 1', 'column 2', 'column 3'],
    })
    expect(read(plain)).toMatchObject({ label: 2, isClear: true, names: ['x', 'y', 'side'] })
  })
  it('or it has a usual name; otherwise it is asked for', () => {
    expect(read('x,class,y\n1,0,2\n2,1,3\n3,0,4')).toMatchObject({ label: 1, isClear: true })
    expect(read('1,0,2\n2,1,3\n3,0,4')).toMatchObject({ label: 2, isClear: false })
    expect(read('id,x,name\na,1,p\nb,2,q\nc,3,p')).toMatchObject({ label: 2, isClear: false })
  })
  it('numbers are labels too', () => {
    expect(made('1,0,2\n2,1,3\n3,0,4\n4,1,5', 1)).toMatchObject({ classes: ['0', '1'] })
  })
  it('of which one is missing are data, not names', () => {
    expect(problemOf('nan,1,a\n2,2,b\n3,4,a')).toBe('row 1, column 1 is "nan", which is no finite number')
  })

  it.each<[string, string, RegExp]>([
    ['nothing', ' \n ', /^There is no row in it$/],
    ['one column', 'a\nb\na', /^each row needs numbers and a label, and there is one column only$/],
    ['a row of another length', '1,2,a\n1,2,b\n1,a\n3,4,b', /^row 3 has 2 cells, row 1 has 3$/],
    ['too few rows', '1,2,a\n3,4,b', /^there are 2 rows: at least 3 are needed/],
    ['one row under names', 'x,y,label\n3,4,b', /^there is 1 row: at least 3 are needed/],
    ['too many rows', '1,2,a\n'.repeat(2600), /^more than 2513 rows$/],
    ['too much text', `1,2,${'a'.repeat(2 ** 20)}`, /^more than 1048576 characters$/],
    ['a file of another kind', '1,2,a\0\n3,4,b', /^character 6 is no text/],
    ['an open quotation mark', '1,2,"a\n3,4,b', /quotation mark is never closed$/],
  ])('refuses %s', (_, text, reason) => {
    expect(refusal(text)).toMatch(reason)
  })

  it.each<[string, string, number | undefined, RegExp]>([
    [
      'a word among numbers',
      '1,2,a\n1,x,b\n3,4,a\n3,5,b',
      undefined,
      /^row 2, column 2 is "x", which is no finite number$/,
    ],
    [
      'a word under a name',
      'p,q,label\n1,2,a\n1,x,b\n3,4,a\n3,5,b',
      undefined,
      /^row 3, column 2 \(q\) is "x", which/,
    ],
    ['NaN', '1,2,a\n1,NaN,b\n3,4,a', undefined, /^row 2, column 2 is "NaN", which is no finite number$/],
    [
      'what overflows',
      '1,2,a\n1,1e999,b\n3,4,a',
      undefined,
      /^row 2, column 2 is "1e999", which is no finite/,
    ],
    [
      'what is too large to be squared',
      '1,2,a\n1,1e200,b\n3,4,a',
      undefined,
      /^row 2, column 2 is "1e200", beyond 1e150$/,
    ],
    ['an empty cell', '1,2,a\n1,,b\n3,4,a', undefined, /^row 2, column 2 is empty$/],
    [
      'one class',
      '1,2,a\n1,3,a\n3,4,a',
      undefined,
      /^all rows have the label a; a classifier needs at least two classes$/,
    ],
    ['classes of one row each', '1,2,a\n1,3,b\n3,4,c', undefined, /^no row is left to hold out/],
    ['an empty label', '1,2,a\n1,3,\n3,4,b', undefined, /^row 2, column 3: the label is empty$/],
    [
      'a long label',
      `1,2,a\n1,3,${'b'.repeat(41)}\n3,4,a`,
      undefined,
      /^row 2, column 3: the label "b+…" is no name/,
    ],
    [
      'more classes than colours',
      Array.from({ length: 13 }, (_, n) => `1,2,c${n}`).join('\n'),
      undefined,
      /^the column "column 3" has 13 different labels; at most 12/,
    ],
    [
      'numbers as a label',
      Array.from({ length: 30 }, (_, n) => `1,${n},${n % 2}`).join('\n'),
      1,
      /^the column "column 2" has 30 different labels/,
    ],
    [
      'more columns than are read',
      `${'1,'.repeat(17)}a\n${'1,'.repeat(17)}b\n${'2,'.repeat(17)}a`,
      undefined,
      /^there are 17 columns of numbers; at most 16/,
    ],
    ['no label column', '1,2,a\n3,4,b\n5,6,a', 3, /^no column is the label$/],
    [
      'more rows than can train',
      '1,2,a\n3,4,b\n'.repeat(500),
      undefined,
      /^666 rows would train, at most 512 can: hold out a larger part$/,
    ],
  ])('refuses %s', (_, text, label, reason) => {
    expect(problemOf(text, label)).toMatch(reason)
  })
  it('refuses a part that leaves nothing on one side, or too much on the other', () => {
    expect(problemOf(plain, 2, { heldOut: 1, seed: 1 })).toBe(
      'the part held out is 1; it lies between 0 and 1',
    )
    expect(problemOf(plain, 2, { heldOut: NaN, seed: 1 })).toMatch(/^the part held out is NaN/)
    expect(problemOf('1,2,a\n3,4,b\n'.repeat(1200), 2, { heldOut: 0.9, seed: 1 })).toMatch(
      /^2160 rows would be held out, at most 2000 can be/,
    )
  })
  it('every class has a row to train with, however large the part is that is held out', () => {
    const source = made(plain, 2, { heldOut: 0.99, seed: 4 })
    expect(isProblem(source) ? source : [...source.train.labels].sort()).toEqual([0, 1])
  })
})
