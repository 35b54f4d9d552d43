import { useEffect, useRef, useState } from 'react'
import { maxTime, minTime } from '../document/document'
import { parseNumber } from '../document/number'
import { problem } from '../document/problem'
import { Segmented } from '../ui/Segmented'
import type { FilmFormat } from './filmEncoders'
import { saveFilm } from './filmFiles'
import { filmsNow, type FilmKind } from './filmPaths'
import { FormNumber } from './FormNumber'
import { SaidLine } from './SaidLine'
import { useSaving } from './useSaving'

const formats = [
  { value: 'webm', label: 'WebM' },
  { value: 'mp4', label: 'MP4' },
  { value: 'gif', label: 'GIF' },
] as const
const sizes = ['640x360', '1280x720', '1920x1080'] as const
type Size = (typeof sizes)[number]
const kinds: Readonly<Record<FilmKind, string>> = {
  flow: 'the flow of g',
  training: 'the training run',
  step: 'the step of the lesson',
}
const longest = 60

/** The stage in motion, as a film. */
export function FilmExport() {
  const [films] = useState(filmsNow)
  const [kind, setKind] = useState<FilmKind>(films.at(-1) ?? 'flow')
  const [format, setFormat] = useState<FilmFormat>('webm')
  const [size, setSize] = useState<Size>('1280x720')
  const [[from, to], setTimes] = useState<readonly [number, number]>([-1, 2])
  const [seconds, setSeconds] = useState(3)
  const [progress, setProgress] = useState<{ done: number; all: number }>()
  const cancelled = useRef(false)
  const { said, isBusy, save } = useSaving()

  // With the dialog goes what it makes.
  useEffect(
    () => () => {
      cancelled.current = true
    },
    [],
  )

  const start = async () => {
    const [width, height] = size.split('x').map(Number) as [number, number]
    cancelled.current = false
    await save(async () => {
      const words = await saveFilm(
        { kind, format, width, height, seconds, from, to },
        {
          progress: (done, all) => setProgress({ done, all }),
          isCancelled: () => cancelled.current,
        },
      )
      return words === '' ? 'Cancelled: nothing was saved.' : words
    })
    setProgress(undefined)
  }

  if (films.length === 0)
    return (
      <fieldset className="side">
        <legend>Animation</legend>
        <p className="hint">
          There is nothing to animate: g is the identity or a reflection, which have no flow, and no training
          run is there.
        </p>
      </fieldset>
    )
  return (
    <fieldset className="side">
      <legend>Animation</legend>
      <label className="choice">
        Of{' '}
        <select
          aria-label="Animation of"
          value={kind}
          onChange={(event) => setKind(event.target.value as FilmKind)}
        >
          {films.map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <div className="choice">
        Format <Segmented label="Film format" options={formats} value={format} onChange={setFormat} />
      </div>
      <label className="choice">
        Size{' '}
        <select
          aria-label="Size of the film"
          value={size}
          onChange={(event) => setSize(event.target.value as Size)}
        >
          {sizes.map((one) => (
            <option key={one} value={one}>
              {one.replace('x', ' × ')}
            </option>
          ))}
        </select>
      </label>
      <div className="film-numbers">
        {kind === 'flow' && (
          <>
            <FormNumber
              label="From t"
              value={from}
              parse={parseTime}
              onCommit={taken((t) => setTimes([t, to]))}
            />
            <FormNumber
              label="To t"
              value={to}
              parse={parseTime}
              onCommit={taken((t) => setTimes([from, t]))}
            />
          </>
        )}
        <FormNumber label="Seconds" value={seconds} parse={parseSeconds} onCommit={taken(setSeconds)} />
      </div>
      <div className="offer">
        <button type="button" className="primary" disabled={isBusy} onClick={() => void start()}>
          Save animation
        </button>
        {isBusy && (
          <button
            type="button"
            onClick={() => {
              cancelled.current = true
            }}
          >
            Cancel
          </button>
        )}
      </div>
      {progress && (
        <p className="film-progress">
          <progress aria-label="Frames of the film" max={progress.all} value={progress.done} />{' '}
          {progress.done} of {progress.all} frames
        </p>
      )}
      <SaidLine label="Saved animation" said={said} />
    </fieldset>
  )
}

const taken = (set: (value: number) => void) => (value: number) => {
  set(value)
  return undefined
}

function parseTime(text: string) {
  const value = parseNumber(text)
  const isIn = typeof value === 'number' && value >= minTime && value <= maxTime
  return isIn ? value : problem(`t must lie between ${minTime} and ${maxTime}`)
}

function parseSeconds(text: string) {
  const value = parseNumber(text)
  const isIn = typeof value === 'number' && value >= 0.1 && value <= longest
  return isIn ? value : problem(`from 0.1 to ${longest} seconds`)
}
