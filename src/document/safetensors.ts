import { bfloat16, numberTypes, type NumberType } from './numberTypes'
import { isProblem, problem, quoted, type Problem } from './problem'
import { repeatedKey } from './repeatedKey'
import { described, field, isFields, type Fields } from './report'
import { stridesOf, type Bytes, type Tensor } from './tensor'
import { shownName } from './tensorNames'

/**
 * The .safetensors format: the length of the header as a little-endian u64, the header as JSON, then the numbers,
 * little-endian and in C order, one tensor after the other without gaps.
 *
 *     { "__metadata__": { text: text }, name: { dtype, shape, data_offsets: [begin, end] } }
 *
 * @see github.com/huggingface/safetensors, README.md "Format", and what its reader checks
 */

/** Its reader takes 100 MB; of 100 bytes a tensor, this is enough for 80 000 of them. */
export const maxHeaderBytes = 8 * 2 ** 20

export const metadataKey = '__metadata__'

/** Bits of a number, and how it is read where it is. */
const dtypes: Readonly<Record<string, { readonly bits: number; readonly type?: NumberType }>> = {
  F64: { bits: 64, type: numberTypes.f8 },
  F32: { bits: 32, type: numberTypes.f4 },
  F16: { bits: 16, type: numberTypes.f2 },
  BF16: { bits: 16, type: bfloat16 },
  I64: { bits: 64, type: numberTypes.i8 },
  I32: { bits: 32, type: numberTypes.i4 },
  I16: { bits: 16, type: numberTypes.i2 },
  I8: { bits: 8, type: numberTypes.i1 },
  U64: { bits: 64, type: numberTypes.u8 },
  U32: { bits: 32, type: numberTypes.u4 },
  U16: { bits: 16, type: numberTypes.u2 },
  U8: { bits: 8, type: numberTypes.u1 },
  BOOL: { bits: 8 },
  C64: { bits: 64 },
  F8_E4M3: { bits: 8 },
  F8_E5M2: { bits: 8 },
  F8_E8M0: { bits: 8 },
  F8_E4M3FNUZ: { bits: 8 },
  F8_E5M2FNUZ: { bits: 8 },
  F6_E2M3: { bits: 6 },
  F6_E3M2: { bits: 6 },
  F4: { bits: 4 },
}

/** By the first 9 bytes: a length below 2^40 and then the brace, which no text begins with. */
export function isSafetensors(start: Uint8Array): boolean {
  return start.length >= 9 && start[8] === 0x7b && start[5] === 0 && start[6] === 0 && start[7] === 0
}

/** The tensors of a file, of which only the header is read; in the order of the file. */
export async function readSafetensors(file: Bytes): Promise<readonly Tensor[] | Problem> {
  if (file.size < 8) return problem(`the file ends at byte ${file.size}, inside the length of the header`)
  const start = await file.read(0, 8)
  const length = Number(new DataView(start.buffer, start.byteOffset, 8).getBigUint64(0, true))
  if (length > maxHeaderBytes) {
    return problem(`byte 0: a header of ${length} bytes is too long, at most ${maxHeaderBytes} are read`)
  }
  if (8 + length > file.size) {
    return problem(`the file ends at byte ${file.size}, inside the header, which needs ${8 + length}`)
  }
  return tensorsOf(await file.read(8, 8 + length), file)
}

/** A tensor with the bytes that it takes, counted from the end of the header. */
interface Placed {
  readonly tensor: Tensor
  readonly begin: number
  readonly end: number
}

function tensorsOf(bytes: Uint8Array, file: Bytes): Tensor[] | Problem {
  const header = parseHeader(bytes)
  if (isProblem(header)) return header
  const data = 8 + bytes.length
  const placed: Placed[] = []
  for (const [name, value] of Object.entries(header)) {
    if (name === metadataKey) {
      if (isFields(value) && Object.values(value).every((one) => typeof one === 'string')) continue
      return problem('the metadata in the header are not all text')
    }
    const one = placedFrom(name, value, data, file)
    if (isProblem(one)) return problem(`tensor "${shownName(name)}": ${one.problem}`)
    placed.push(one)
  }
  placed.sort((p, q) => p.begin - q.begin || p.end - q.end)
  return gapProblem(placed, file.size - data) ?? placed.map(({ tensor }) => tensor)
}

function parseHeader(bytes: Uint8Array): Fields | Problem {
  if (bytes[0] !== 0x7b) return problem('byte 8: the header does not begin with {')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const header: unknown = JSON.parse(text)
    if (!isFields(header)) return problem('the header is not an object')
    const twice = repeatedKey(text)
    return twice === undefined ? header : problem(`the header has the field "${shownName(twice)}" twice`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return problem(`the header is not valid JSON: ${shownName(reason, 160)}`)
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function placedFrom(name: string, value: unknown, data: number, file: Bytes): Placed | Problem {
  if (!isFields(value)) return problem(`must be {dtype, shape, data_offsets}, got ${described(value)}`)
  const [dtype, shape, offsets] = ['dtype', 'shape', 'data_offsets'].map((key) => field(value, key))
  const known = typeof dtype === 'string' && Object.hasOwn(dtypes, dtype) ? dtypes[dtype] : undefined
  if (!known)
    return problem(`its dtype ${typeof dtype === 'string' ? quoted(dtype) : described(dtype)} is not known`)
  if (!Array.isArray(shape) || !shape.every(isCount))
    return problem('its shape is not a list of whole numbers')
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return problem('its data_offsets are not two whole numbers')
  }
  const [begin, end] = offsets as [number, number]
  const bits = known.bits * shape.reduce((product, size) => product * size, 1)
  if (!(bits <= 8 * Number.MAX_SAFE_INTEGER) || bits !== 8 * (end - begin)) {
    const size = shape.length > 8 ? `${shape.length} axes` : `shape (${shape.join(', ')})`
    return problem(
      `${size} of ${dtype as string} takes ${bits / 8} bytes, its data_offsets say ${end - begin}`,
    )
  }
  const tensor: Tensor = {
    file,
    name,
    dtype: dtype as string,
    shape,
    type: known.type,
    little: true,
    start: data + begin,
    strides: stridesOf(shape, 'c'),
  }
  return { tensor, begin, end }
}

/** The data are all of the tensors and nothing else: then none can be read twice, and none is cut off. */
function gapProblem(placed: readonly Placed[], bytes: number): Problem | undefined {
  let at = 0
  for (const { tensor, begin, end } of placed) {
    const name = `tensor "${shownName(tensor.name)}"`
    if (end > bytes) {
      return problem(`the file ends at byte ${bytes} of its numbers, ${name} needs ${end}`)
    }
    if (begin !== at)
      return problem(`${name} begins at byte ${begin} of the numbers, the one before it ends at ${at}`)
    at = end
  }
  return at === bytes ? undefined : problem(`${bytes - at} bytes after the last tensor belong to none`)
}
