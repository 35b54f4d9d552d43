/** A film as an encoder has made it. */
export interface Film {
  readonly width: number
  readonly height: number
  /** Frames a second. */
  readonly rate: number
  readonly frames: readonly FilmFrame[]
  /** What is said of it, by names. */
  readonly texts: Readonly<Record<string, string>>
}

/** Each is shown for as long as the others, in this order. */
export interface FilmFrame {
  readonly bytes: Uint8Array
  /** It can be shown without those before it; the first one can. */
  readonly isKey: boolean
}
