import { gifWithComment } from '../document/gifComment'
import { writeMp4 } from '../document/mp4'
import type { FilmFrame } from '../document/video'
import { writeWebm } from '../document/webm'
import { openGif } from '../store/gifMaker'

export type FilmFormat = 'webm' | 'mp4' | 'gif'

/** Frames a second. A GIF counts in hundredths of a second: 4 of them a frame. */
export const rateOf = (format: FilmFormat): number => (format === 'gif' ? 25 : 30)

/** What takes frames one after the other and gives the file. */
export interface FilmEncoder {
  readonly add: (canvas: HTMLCanvasElement, n: number) => Promise<void>
  readonly end: (texts: Readonly<Record<string, string>>) => Promise<Uint8Array>
  readonly close: () => void
}

interface Size {
  readonly width: number
  readonly height: number
}

/** @throws Error in a sentence where this browser has no such encoder */
export async function openEncoder(format: FilmFormat, size: Size): Promise<FilmEncoder> {
  return format === 'gif' ? gifEncoder(size) : videoEncoder(format, size)
}

function gifEncoder({ width, height }: Size): FilmEncoder {
  const gif = openGif()
  return {
    add: (canvas) => {
      const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
      return gif.add({ pixels, width, height, delayMs: 1000 / rateOf('gif') })
    },
    end: async (texts) => {
      const lines = Object.entries(texts).map(([name, text]) => `${name}: ${text}`)
      return gifWithComment(await gif.end(), lines.join('\n'))
    },
    close: gif.close,
  }
}

/** The first that this browser has is used; the levels of H.264 are for up to 720 and for 1080 lines. */
const codecs = {
  webm: [
    { name: 'vp09.00.40.08', writes: 'V_VP9' },
    { name: 'vp8', writes: 'V_VP8' },
  ],
  mp4: [{ name: 'avc1.42001f' }, { name: 'avc1.420028' }, { name: 'avc1.4d0028' }, { name: 'avc1.640028' }],
} as const

/** A frame every two seconds can be shown by itself, so that players can go there. */
const keyEvery = 60
/** Frames that may wait for the encoder. */
const mostWaiting = 4

async function videoEncoder(format: 'webm' | 'mp4', { width, height }: Size): Promise<FilmEncoder> {
  const found = await supported(format, { width, height })
  const frames: FilmFrame[] = []
  let setting: Uint8Array | undefined
  let failure: Error | undefined
  const encoder = new VideoEncoder({
    output: (chunk, about) => {
      const bytes = new Uint8Array(chunk.byteLength)
      chunk.copyTo(bytes)
      frames.push({ bytes, isKey: chunk.type === 'key' })
      const description = about?.decoderConfig?.description
      if (description) setting ??= bytesOf(description)
    },
    error: (error) => {
      failure = error
    },
  })
  encoder.configure(found.config)
  const rate = rateOf(format)
  const frameUs = 1e6 / rate
  return {
    add: async (canvas, n) => {
      if (failure) throw failure
      const frame = new VideoFrame(canvas, {
        timestamp: Math.round(n * frameUs),
        duration: Math.round(frameUs),
      })
      encoder.encode(frame, { keyFrame: n % keyEvery === 0 })
      frame.close()
      while (encoder.encodeQueueSize > mostWaiting && !failure) await pause()
    },
    end: async (texts) => {
      await encoder.flush()
      if (failure) throw failure
      const film = { width, height, rate, frames, texts }
      if (found.writes !== undefined) return writeWebm(film, found.writes)
      if (!setting) throw new Error('the encoder does not say how its film is to be decoded')
      return writeMp4(film, setting)
    },
    close: () => {
      if (encoder.state !== 'closed') encoder.close()
    },
  }
}

async function supported(format: 'webm' | 'mp4', { width, height }: Size) {
  if (typeof VideoEncoder === 'undefined' || typeof VideoFrame === 'undefined')
    throw new Error('this browser encodes no video (it has no WebCodecs): choose GIF')
  for (const codec of codecs[format]) {
    const config: VideoEncoderConfig = {
      ...{ codec: codec.name, width, height, framerate: rateOf(format) },
      // Lines on a plain ground: what they need grows with the picture.
      bitrate: 5 * width * height,
      ...(format === 'mp4' && { avc: { format: 'avc' as const } }),
    }
    const { supported: isThere } = await VideoEncoder.isConfigSupported(config)
    if (isThere) return { config, writes: 'writes' in codec ? codec.writes : undefined }
  }
  const others = format === 'mp4' ? 'WebM or GIF' : 'GIF'
  throw new Error(
    `this browser has no encoder for ${format === 'mp4' ? 'MP4 (H.264)' : 'WebM (VP9, VP8)'}: choose ${others}`,
  )
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice()
}

/** Gives the page its turn. */
export const pause = (): Promise<void> => new Promise((done) => setTimeout(done))
