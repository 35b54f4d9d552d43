import { numberTypes, type NumberType } from './numberTypes'
import { isProblem, problem, quoted, type Problem } from './problem'

/** NumPy's .npy: magic, version, header length, a Python dictionary as text, then the numbers. */
export interface NpyHeader {
  /** As the dictionary has it: <f8. */
  readonly descr: string
  readonly shape: readonly number[]
  readonly isComplex: boolean
  readonly isFortran: boolean
  readonly little: boolean
  readonly type: NumberType
  /** Byte of the first number. */
  readonly start: number
}

export const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]
const maxLength = 65_536
/** No header ends later. */
export const maxNpyHeader = 12 + maxLength

export function isNpy(bytes: Uint8Array): boolean {
  return magic.every((byte, n) => bytes[n] === byte)
}

/** @param bytes the whole file, or as much of it as {@link maxNpyHeader} */
export function readNpyHeader(bytes: Uint8Array): NpyHeader | Problem {
  if (!isNpy(bytes)) return problem('byte 0: this is not a .npy file, which begins with \\x93NUMPY')
  const version = bytes[6]
  if (version === undefined) return problem('the file ends at byte 6, inside the header')
  if (version < 1 || version > 3)
    return problem(`byte 6: version ${version} of .npy is not known, 1 to 3 are`)
  const prefix = version === 1 ? 10 : 12
  if (bytes.length < prefix) return problem(`the file ends at byte ${bytes.length}, inside the header`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true)
  if (length > maxLength) return problem(`byte 8: a header of ${length} bytes is too long to be one`)
  const start = prefix + length
  if (bytes.length < start) {
    return problem(`the file ends at byte ${bytes.length}, inside the header, which needs ${start}`)
  }
  const header = readDictionary(new TextDecoder('latin1').decode(bytes.subarray(prefix, start)))
  return isProblem(header) ? header : { ...header, start }
}

function readDictionary(text: string): Omit<NpyHeader, 'start'> | Problem {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1]
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1]
  const tuple = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(text)?.[1]
  if (descr === undefined) return problem('the header names no simple type of number')
  if (fortran === undefined || tuple === undefined) return problem('the header lacks fortran_order or shape')
  const found = /^([<>|=])(?:c(8|16)|([fiu]\d))$/.exec(descr)
  const name = found?.[2] === undefined ? found?.[3] : `f${Number(found[2]) / 2}`
  const type = name !== undefined && isKnown(name) ? numberTypes[name] : undefined
  if (!found || !type) {
    return problem(
      `numbers of type ${quoted(descr)} cannot be read; float64, float32, complex128, complex64 and integers can`,
    )
  }
  const shape = tuple
    .split(',')
    .map((size) => size.trim().replace(/L$/, ''))
    .filter((size) => size !== '')
    .map(Number)
  const isComplex = found[2] !== undefined
  return { descr, shape, isComplex, isFortran: fortran === 'True', little: found[1] !== '>', type }
}

const isKnown = (name: string): name is keyof typeof numberTypes => Object.hasOwn(numberTypes, name)

/** "(3,)", as Python writes it; no array has more than 64 axes. */
export const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.slice(0, 8).join(', ')}${shape.length > 8 ? ', …' : ''})`
