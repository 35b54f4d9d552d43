import { metadataKey } from './safetensors'

export interface Written {
  readonly name: string
  readonly shape: readonly number[]
  /** Written as F64, or as F32 where they are a Float32Array. */
  readonly values: Float64Array | Float32Array
}

/** The same bytes for the same numbers: larger types first, then by name, as the reference writes them. */
export function writeSafetensors(
  tensors: readonly Written[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const compare = (p: string, q: string) => (p < q ? -1 : p > q ? 1 : 0)
  const sorted = [...tensors].sort(
    (p, q) => q.values.BYTES_PER_ELEMENT - p.values.BYTES_PER_ELEMENT || compare(p.name, q.name),
  )
  const entries = Object.entries(metadata).sort(([p], [q]) => compare(p, q))
  const quote = (text: string) => JSON.stringify(text)
  const fields =
    entries.length === 0
      ? []
      : [`${quote(metadataKey)}:{${entries.map(([key, text]) => `${quote(key)}:${quote(text)}`).join(',')}}`]
  let end = 0
  for (const { name, shape, values } of sorted) {
    const dtype = values instanceof Float64Array ? 'F64' : 'F32'
    const begin = end
    end += values.byteLength
    fields.push(
      `${quote(name)}:{"dtype":"${dtype}","shape":[${shape.join()}],"data_offsets":[${begin},${end}]}`,
    )
  }
  const text = new TextEncoder().encode(`{${fields.join(',')}}`)
  const length = Math.ceil(text.length / 8) * 8
  const bytes = new Uint8Array(8 + length + end)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(length), true)
  bytes.fill(0x20, 8, 8 + length)
  bytes.set(text, 8)
  let at = 8 + length
  for (const { values } of sorted) {
    for (const value of values) {
      if (values instanceof Float64Array) view.setFloat64(at, value, true)
      else view.setFloat32(at, value, true)
      at += values.BYTES_PER_ELEMENT
    }
  }
  return bytes
}
