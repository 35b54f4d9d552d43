import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import type { Surroundings } from './trainingSession'

/** Page → worker: frames in the order in which they are shown, and then the end. */
export type GifRequest =
  | {
      readonly kind: 'frame'
      /** RGBA. */
      readonly pixels: Uint8ClampedArray
      readonly width: number
      readonly height: number
      readonly delayMs: number
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'rest' }

/** Worker → page. */
export type GifReply =
  | { readonly kind: 'written' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string }

/** A GIF has so many colours at most; each frame has its own. */
const mostColours = 256

/** One animation: what the worker does, apart from being a worker. */
export function gifSession({ post }: Surroundings<GifReply>): (request: GifRequest) => void {
  const encoder = GIFEncoder()
  return (request) => {
    if (request.kind === 'rest') return
    if (request.kind === 'end') {
      encoder.finish()
      return post({ kind: 'file', bytes: encoder.bytes() })
    }
    const { pixels, width, height, delayMs } = request
    const palette = quantize(pixels, mostColours, { format: 'rgb565' })
    const indices = applyPalette(pixels, palette, 'rgb565')
    encoder.writeFrame(indices, width, height, { palette, delay: delayMs })
    post({ kind: 'written' })
  }
}
