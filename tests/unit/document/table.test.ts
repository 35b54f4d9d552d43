import { describe, expect, it } from 'vitest'
import { parseTable } from '../../../src/document/table'

const read = (text: string) => {
  const matrix = parseTable(text)
  return 'problem' in matrix ? matrix.problem : { ...matrix, values: [...matrix.values] }
}
const real = (rows: number, columns: number, values: number[]) => ({ rows, columns, numbers: 1, values })
const complex = (rows: number, columns: number, values: number[]) => ({ rows, columns, numbers: 2, values })

describe('parseTable', () => {
  it.each([
    ['commas', '1,2,3\n4,5,6\n', real(2, 3, [1, 2, 3, 4, 5, 6])],
    ['tabs of a spreadsheet, CRLF', '1\t2\r\n3\t4\r\n', real(2, 2, [1, 2, 3, 4])],
    ['semicolons and decimal commas', '1,5;-2\n3;4,25', real(2, 2, [1.5, -2, 3, 4.25])],
    ['tabs and decimal commas in points', '1,5+2i\t0,5i', complex(1, 2, [1.5, 2, 0, 0.5])],
    ['spaces, as numpy.savetxt', '1.0e+00 -2.5e+00\n3 4', real(2, 2, [1, -2.5, 3, 4])],
    ['one cell with spaces in it', '1 + 2i\n3 - 1i', complex(2, 1, [1, 2, 3, -1])],
    ['quoted cells', '"1","2+i"\n"3 ""', 'a quotation'],
    ['quoted cells', '"1","2+i"\n" 3","i"', complex(2, 2, [1, 0, 2, 1, 3, 0, 0, 1])],
    ['points with any imaginary part, for a disk', '0.5-0.5i,0', complex(1, 2, [0.5, -0.5, 0, 0])],
    ['pi, which has an i in it', 'pi,1', real(1, 2, [Math.PI, 1])],
    ['a byte order mark', '\ufeff1,2', real(1, 2, [1, 2])],
    ['one number', '7', real(1, 1, [7])],
    ['old line ends', '1\r2', real(2, 1, [1, 2])],
    ['fractions', '1/3;sqrt(2)', real(1, 2, [1 / 3, Math.SQRT2])],
  ])('%s', (_, text, expected) => {
    if (typeof expected === 'string') expect(read(text)).toContain(expected)
    else expect(read(text)).toEqual(expected)
  })

  it.each([
    ['', 'there is no number in it'],
    ['\n \n', 'there is no number in it'],
    ['1,2\n3', 'row 2 has 1 cells, row 1 has 2'],
    ['1,2\n3,', 'row 2, column 2: a number is missing'],
    ['name,value\n1,2', 'row 1, column 1: "name": "name" is not known (pi, sqrt, exp, log and i are)'],
    ['1,2\n3,NaN', 'row 2, column 2: "NaN" is not a finite number'],
    ['1.5;2,5', 'row 1, column 2: both "." and "," are used, so neither is clear'],
    ['"1,2', 'row 1: a quotation mark is never closed'],
    ['1,234,567;1', 'row 1, column 1: "1.234.567": ".567" cannot be read'],
    [Array(66).fill('1').join('\n'), 'a matrix has 1 to 64 rows and columns, this one is 66 × 1'],
    [Array(66).fill('1,2').join('\n'), 'more than 64 rows'],
    [Array(65).fill('1').join(','), 'a matrix has 1 to 64 rows and columns, this one is 1 × 65'],
  ])('refuses %j', (text, sentence) => {
    expect(read(text)).toBe(sentence)
  })
})
