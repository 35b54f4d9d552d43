import { elementText } from '../document/figureFacts'
import { stageDrawer } from '../store/stageFigure'
import { store } from '../store/store'
import { download } from '../ui/download'
import { stem } from './exportFiles'
import { openEncoder, pause, rateOf, type FilmFormat } from './filmEncoders'
import { filmPath, type FilmKind } from './filmPaths'
import { factsNow, paintPicture } from './pictureFiles'

export interface FilmChoice {
  readonly kind: FilmKind
  readonly format: FilmFormat
  readonly width: number
  readonly height: number
  readonly seconds: number
  /** t, of a flow. */
  readonly from: number
  readonly to: number
}

export interface FilmWatch {
  readonly progress: (done: number, all: number) => void
  /** Whether it is to be ended without a file. */
  readonly isCancelled: () => boolean
}

/** So many lines have letters as on a desk; in larger films they are as much larger. */
const deskLines = 480
const types = { webm: 'video/webm', mp4: 'video/mp4', gif: 'image/gif' } as const

/**
 * Draws every frame as a figure of its own, whatever the page shows meanwhile, and saves the film. Returns what to say of
 * it; '' if it was cancelled.
 */
export async function saveFilm(choice: FilmChoice, { progress, isCancelled }: FilmWatch): Promise<string> {
  const { kind, format, width, height, seconds } = choice
  const { view, window } = store.getState()
  const facts = factsNow()
  const path = filmPath(kind, choice.from, choice.to)
  const count = Math.max(2, Math.round(seconds * rateOf(format)))
  const draw = await stageDrawer()
  const encoder = await openEncoder(format, { width, height })
  const canvas = document.createElement('canvas')
  // The first to ask decides where its pixels lie: those of a GIF are read, those of a video go to the encoder.
  canvas.getContext('2d', { willReadFrequently: format === 'gif' })
  const zoom = Math.max(1, height / deskLines)
  try {
    for (let n = 0; n < count; n++) {
      const request = { document: path.at(n / (count - 1)), view, window, zoom, colours: 'print' as const }
      const figure = draw({ ...request, size: { width, height } })
      await paintPicture(canvas, { svg: figure.svg(''), width, height }, 1)
      await encoder.add(canvas, n)
      progress(n + 1, count)
      await pause()
      if (isCancelled()) return ''
    }
    const file = await encoder.end({
      TITLE: facts.title,
      COMMENT: `${path.words}. element: ${elementText(facts)}${facts.link === undefined ? '' : ` link: ${facts.link}`}`,
      ENCODER: `Moduli ${facts.moduli}`,
    })
    const name = `${stem()}-${kind}.${format}`
    download(name, file, types[format])
    return `Saved ${name}, ${count} frames, ${sizeWords(file.length)}.`
  } finally {
    encoder.close()
  }
}

const sizeWords = (bytes: number) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`
