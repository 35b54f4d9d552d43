/** A title as a file name that every system takes. */
export function fileStem(title: string): string {
  const safe = title
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return safe === '' ? 'moduli' : safe.slice(0, 60)
}
