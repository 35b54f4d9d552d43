import { useEffect, useRef } from 'react'
import { formatEntry } from '../document/number'
import type { FactorName } from '../document/document'
import { entryName } from '../document/names'
import { store, useApp } from '../store/store'
import { frameHandle, nudgeFrame, type FrameHandle, type FramePart } from './frameHandle'
import { nudgeEntry, nudgePlane } from './keys'
import type { StageView } from './stageView'
import { project } from './tiltCamera'

interface Handle {
  readonly factor: FactorName
  readonly row: number
  readonly column: number
}

/** The handles that the keyboard reaches: the entries of the selected cell, and the plane. */
export function Handles({ stage }: { stage: StageView }) {
  const [k, l] = useApp((state) => state.document.selection)
  const inner = useApp((state) => state.document.b.length)
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  const handles = Array.from({ length: inner }, (_, i): Handle[] => [
    { factor: 'a', row: k, column: i },
    { factor: 'b', row: i, column: l },
  ]).flat()
  return (
    <>
      <PlaneHandle />
      {isHalfPlane && <FrameParts stage={stage} />}
      {handles.map((of) => (
        <EntryHandle key={entryName(of.factor, of.row, of.column)} stage={stage} of={of} />
      ))}
    </>
  )
}

function PlaneHandle() {
  return (
    <button
      className="stage-plane-handle"
      aria-label="Plane: arrow keys move the model by hyperbolic 0.1, with Shift by 0.01"
      onKeyDown={(event) => {
        if (nudgePlane(event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      <span>Arrow keys move the model</span>
    </button>
  )
}

/** Foot and arrow of the frame of g, for the keyboard. */
function FrameParts({ stage }: { stage: StageView }) {
  return (['foot', 'arrow'] as const).map((part) => <FramePartHandle key={part} stage={stage} part={part} />)
}

function FramePartHandle({ stage, part }: { stage: StageView; part: FramePart }) {
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const element = button.current!
    const show = () => {
      const frame = stage.frame()
      const handle = frameHandle(frame)
      if (!handle) return
      const [left, top] = project(frame.viewport, frame.tilt, ...(part === 'foot' ? handle.foot : handle.tip))
      element.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`
      if (store.getState().gesture === 'none') element.setAttribute('aria-label', frameWords(part, handle))
    }
    const stops = [stage.onFrame(show), store.subscribe(show)]
    return () => stops.forEach((stop) => stop())
  }, [stage, part])

  return (
    <button
      ref={button}
      className="stage-handle"
      onKeyDown={(event) => {
        if (nudgeFrame(part, event.key, event.shiftKey)) event.preventDefault()
      }}
    />
  )
}

function frameWords(part: FramePart, { coordinates: { x, t, theta } }: FrameHandle): string {
  if (part === 'foot') return `Frame foot: g·i = ${x.toPrecision(4)} + ${Math.exp(t).toPrecision(4)}i`
  return `Frame arrow: direction ${(90 - (360 * theta) / Math.PI).toFixed(1)}°`
}

function EntryHandle({ stage, of }: { stage: StageView; of: Handle }) {
  const button = useRef<HTMLButtonElement>(null)
  const { factor, row, column } = of

  useEffect(() => {
    const element = button.current!
    const say = () => {
      const entry = store.getState().document[factor][row]?.[column]
      if (entry === undefined) return
      element.setAttribute('aria-label', `Entry ${entryName(factor, row, column)}: ${formatEntry(entry)}`)
    }
    const place = () => {
      const { derived, moved, viewport, tilt } = stage.frame()
      const at = 2 * (row * (factor === 'a' ? derived.size.inner : derived.size.columns) + column)
      const [left, top] = project(viewport, tilt, moved[factor][at] ?? 0, moved[factor][at + 1] ?? 0)
      element.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`
    }
    say()
    const stopSaying = store.subscribe((state, before) => {
      if (state.document !== before.document && state.gesture === 'none') say()
    })
    const stopPlacing = stage.onFrame(place)
    return () => {
      stopSaying()
      stopPlacing()
    }
  }, [stage, factor, row, column])

  return (
    <button
      ref={button}
      className="stage-handle"
      data-factor={factor}
      onFocus={() => store.getState().set({ pointed: of })}
      onBlur={() => store.getState().set({ pointed: undefined })}
      onClick={() => store.getState().edit({ free: of })}
      onKeyDown={(event) => {
        if (nudgeEntry(factor, row, column, event.key, event.shiftKey)) event.preventDefault()
      }}
    />
  )
}
