/** Pieces of a file, one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}

/** A whole number ≥ 0 in so many bytes, the highest first. */
export function bigEndian(value: number, bytes: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes)
  for (let n = bytes - 1; n >= 0; n--) {
    out[n] = value % 256
    value = Math.floor(value / 256)
  }
  return out
}
