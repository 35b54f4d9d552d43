/** .npy files as NumPy writes them, and back, written from the description of the format alone. */
export interface NpyOptions {
  descr?: '<f8' | '<f4' | '<c16' | '<c8' | '>f8' | '|O'
  fortran?: boolean
  version?: 1 | 2 | 3
}

/** @param values in the order of the file; complex numbers as pairs */
export function npy(shape: readonly number[], values: readonly number[], options: NpyOptions = {}): Buffer {
  const { descr = '<f8', fortran = false, version = 1 } = options
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  const dictionary = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${tuple}), }`
  const prefix = version === 1 ? 10 : 12
  const header = `${dictionary.padEnd(64 * Math.ceil((prefix + dictionary.length + 1) / 64) - prefix - 1)}\n`
  const head = Buffer.alloc(prefix)
  head.write('\x93NUMPY', 'latin1')
  head.writeUInt8(version, 6)
  if (version === 1) head.writeUInt16LE(header.length, 8)
  else head.writeUInt32LE(header.length, 8)
  const isSingle = descr === '<f4' || descr === '<c8'
  const data = Buffer.alloc(values.length * (isSingle ? 4 : 8))
  values.forEach((value, n) => {
    if (isSingle) data.writeFloatLE(value, 4 * n)
    else if (descr === '>f8') data.writeDoubleBE(value, 8 * n)
    else data.writeDoubleLE(value, 8 * n)
  })
  return Buffer.concat([head, Buffer.from(header, 'latin1'), data])
}

/** Header and little-endian float64 numbers of a file of version 1. */
export function readNpy(bytes: Buffer): { header: string; values: number[] } {
  const start = 10 + bytes.readUInt16LE(8)
  const count = (bytes.length - start) / 8
  return {
    header: bytes.toString('latin1', 10, start),
    values: Array.from({ length: count }, (_, n) => bytes.readDoubleLE(start + 8 * n)),
  }
}
