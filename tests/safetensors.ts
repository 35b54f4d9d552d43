/** .safetensors files, and back, written from the description of the format alone. */
export interface Stored {
  dtype: string
  shape: readonly number[]
  bytes: Buffer
}

export const f32 = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer)
export const f64 = (values: readonly number[]): Buffer => Buffer.from(Float64Array.from(values).buffer)

/** A header, given as it is, before the bytes. */
export function withHeader(header: string, data = Buffer.alloc(0)): Buffer {
  const text = Buffer.from(header)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(text.length))
  return Buffer.concat([length, text, data])
}

export function safetensors(
  tensors: Readonly<Record<string, Stored>>,
  metadata?: Readonly<Record<string, string>>,
): Buffer {
  let end = 0
  const entries = Object.entries(tensors).map(([name, { dtype, shape, bytes }]) => {
    const begin = end
    end += bytes.length
    return [name, { dtype, shape, data_offsets: [begin, end] }] as const
  })
  const header = { ...(metadata && { __metadata__: metadata }), ...Object.fromEntries(entries) }
  return withHeader(JSON.stringify(header), Buffer.concat(Object.values(tensors).map(({ bytes }) => bytes)))
}

interface Header {
  dtype: string
  shape: number[]
  data_offsets: [number, number]
}

/** Tensors of F64 or F32 with their numbers, and the metadata. */
export function readSafetensors(file: Buffer): {
  tensors: Record<string, { dtype: string; shape: number[]; values: number[] }>
  metadata: Record<string, string>
} {
  const length = Number(file.readBigUInt64LE(0))
  const header = JSON.parse(file.toString('utf8', 8, 8 + length)) as Record<string, unknown>
  const names = Object.keys(header).filter((name) => name !== '__metadata__')
  const tensors = names.map((name) => {
    const { dtype, shape, data_offsets } = header[name] as Header
    const [begin, end] = data_offsets
    const size = dtype === 'F64' ? 8 : 4
    const values = Array.from({ length: (end - begin) / size }, (_, n) => {
      const at = 8 + length + begin + size * n
      return size === 8 ? file.readDoubleLE(at) : file.readFloatLE(at)
    })
    return [name, { dtype, shape, values }] as const
  })
  const metadata = (header['__metadata__'] ?? {}) as Record<string, string>
  return { tensors: Object.fromEntries(tensors), metadata }
}

/** A file in memory as the reader of tensors takes it, with the bytes that were read of it. */
export function inMemory(bytes: Uint8Array): {
  size: number
  read: (from: number, to: number) => Promise<Uint8Array>
  taken: () => number
} {
  let taken = 0
  return {
    size: bytes.length,
    read: (from, to) => {
      if (!(from >= 0 && to >= from && to <= bytes.length)) throw new Error(`bytes ${from} to ${to}`)
      taken += to - from
      return Promise.resolve(bytes.slice(from, to))
    },
    taken: () => taken,
  }
}
