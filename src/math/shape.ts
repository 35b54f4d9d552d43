/**
 * Refuse packed factors whose lengths do not fit rows × inner × columns: a wrong shape would otherwise
 * read `undefined` and spread NaN silently.
 *
 * @throws RangeError naming the argument and both lengths
 */
export function checkShape(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  stride: number,
  out: Float64Array,
): void {
  checkLength('a', a, stride * rows * inner)
  checkLength('b', b, stride * inner * columns)
  checkLength('out', out, rows * columns)
}

function checkLength(name: string, array: Float64Array, wanted: number): void {
  if (array.length !== wanted) {
    throw new RangeError(`${name} holds ${array.length} numbers, its shape needs ${wanted}`)
  }
}
