/** Up to here a loop over uniforms is unrolled: 1.6 to 1.9 times faster, but more to compile with every term. */
const unrolledUpTo = 16

/** GLSL statements `sum += term(i);` for i < count; `term` gets a constant index or a loop variable. */
export function sumOver(count: number, term: (index: string) => string): string {
  if (count > unrolledUpTo) return `for (int i = 0; i < ${count}; i++) sum += ${term('i')};`
  return Array.from({ length: count }, (_, i) => `sum += ${term(String(i))};`).join('\n  ')
}

/** Fragment shaders are promised 224 uniform vectors; the rest of a material needs fewer than 24. */
const maxTerms = 200

/** @throws RangeError unless `least` ≤ count ≤ 200 and count is whole */
export function checkTerms(name: string, count: number, least: number): void {
  if (Number.isInteger(count) && count >= least && count <= maxTerms) return
  throw new RangeError(
    `${name}: the number of terms must be whole, from ${least} to ${maxTerms}, got ${count}`,
  )
}
