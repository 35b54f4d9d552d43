/**
 * What a head is trained on: one row for each position of each sequence, with the other positions as its keys and a
 * target distribution over them.
 */
export interface AttentionData {
  /** size of the vocabulary; tokens are 0 … tokens - 1 */
  readonly tokens: number
  readonly sequences: readonly (readonly number[])[]
  /** (rows + 1): the keys of row r are from offsets[r] up to offsets[r + 1] */
  readonly offsets: Int32Array
  /** query token · tokens + key token, in the order of the positions; the entry of C that the key has */
  readonly cells: Int32Array
  /** what each key should weigh; every row sums to 1 */
  readonly targets: Float64Array
  /** (tokens, tokens): the targets, summed over all keys of a cell */
  readonly shares: Float64Array
  /** mean entropy of the targets in nats: the least that the mean cross entropy can be */
  readonly floor: number
}

/**
 * @param target writes the wanted weights of the keys at the other positions of a sequence, summing to 1
 * @throws RangeError if there is no sequence, one has less than two positions, or a token is not in the vocabulary
 */
export function attentionData(
  tokens: number,
  sequences: readonly (readonly number[])[],
  target: (query: number, keys: readonly number[]) => readonly number[],
): AttentionData {
  if (sequences.length === 0) throw new RangeError('there is no sequence to attend to')
  const offsets = [0]
  const cells: number[] = []
  const targets: number[] = []
  const shares = new Float64Array(tokens * tokens)
  let entropy = 0
  sequences.forEach((sequence, number) => {
    checkSequence(sequence, number, tokens)
    sequence.forEach((query, position) => {
      const keys = sequence.filter((_, other) => other !== position)
      target(query, keys).forEach((share, n) => {
        const cell = query * tokens + keys[n]!
        cells.push(cell)
        targets.push(share)
        shares[cell]! += share
        if (share > 0) entropy -= share * Math.log(share)
      })
      offsets.push(cells.length)
    })
  })
  return {
    tokens,
    sequences,
    offsets: Int32Array.from(offsets),
    cells: Int32Array.from(cells),
    targets: Float64Array.from(targets),
    shares,
    floor: entropy / (offsets.length - 1),
  }
}

/** @throws RangeError with the number of the sequence, counted from 1 as on screen */
function checkSequence(sequence: readonly number[], number: number, tokens: number): void {
  if (sequence.length < 2) {
    throw new RangeError(`sequence ${number + 1} has ${sequence.length} tokens; it needs at least two`)
  }
  for (const token of sequence) {
    if (Number.isInteger(token) && token >= 0 && token < tokens) continue
    throw new RangeError(`sequence ${number + 1} has the token ${token}; tokens are 0 … ${tokens - 1}`)
  }
}
