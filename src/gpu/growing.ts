import { BufferAttribute, DynamicDrawUsage, type BufferGeometry } from 'three'

/** One vertex attribute: a name, its numbers a vertex, and whether it holds bytes that mean [0, 1]. */
export interface Field {
  readonly name: string
  readonly itemSize: number
  readonly bytes?: boolean
}

/** The next power of two that holds `needed`, at least `capacity`. */
export function grown(capacity: number, needed: number): number {
  let size = Math.max(capacity, 1)
  while (size < needed) size *= 2
  return size
}

/** Gives the geometry longer attributes that begin with the values of the old ones. */
export function growAttributes(geometry: BufferGeometry, fields: readonly Field[], capacity: number): void {
  geometry.dispose() // frees the GL buffers, which cannot grow; the next frame makes new ones
  for (const { name, itemSize, bytes } of fields) {
    const array = bytes ? new Uint8Array(capacity * itemSize) : new Float32Array(capacity * itemSize)
    const old = geometry.getAttribute(name) as BufferAttribute | undefined
    if (old) array.set(old.array)
    const attribute = new BufferAttribute(array, itemSize, bytes === true)
    geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage))
  }
}

/** Marks the first `count` items for upload. */
export function upload(attribute: BufferAttribute, count: number): void {
  if (count === 0) return // WebGL reads a length of 0 as "to the end"
  attribute.clearUpdateRanges()
  attribute.addUpdateRange(0, count * attribute.itemSize)
  attribute.needsUpdate = true
}
