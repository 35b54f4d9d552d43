/** Random, also where the page comes over plain http, which has no randomUUID. */
export function newId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4))
  return [...numbers].map((number) => number.toString(36).padStart(7, '0')).join('')
}
