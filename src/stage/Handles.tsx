import { useEffect, useRef } from 'react'
import { formatEntry } from '../document/number'
import type { FactorName } from '../document/document'
import { entryName } from '../document/names'
import { store, useApp } from '../store/store'
import { showHandleButtons } from './handles/HandleButtons'
import { nudgeEntry, nudgePlane } from './keys'
import type { StageView } from './stageView'
import { viewKey } from './viewKeys'
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
      <PlaneHandle stage={stage} isHalfPlane={isHalfPlane} />
      {isHalfPlane && <ElementHandles stage={stage} />}
      {handles.map((of) => (
        <EntryHandle key={entryName(of.factor, of.row, of.column)} stage={stage} of={of} />
      ))}
    </>
  )
}

function PlaneHandle({ stage, isHalfPlane }: { stage: StageView; isHalfPlane: boolean }) {
  return (
    <button
      className="stage-plane-handle"
      aria-label={
        isHalfPlane
          ? 'Plane: arrow keys move the model by hyperbolic 0.1, with Shift by 0.01'
          : 'Line: left and right arrow move the model by 0.1, with Shift by 0.01'
      }
      aria-describedby="stage-words"
      onKeyDown={({ nativeEvent: event }) => {
        if (viewKey(stage, event) || nudgePlane(event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      <span>Arrow keys move the model, + and − zoom, ? lists all keys</span>
    </button>
  )
}

/** What there is of g to hold, for the keyboard. */
function ElementHandles({ stage }: { stage: StageView }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => showHandleButtons(host.current!, stage), [stage])
  return <div ref={host} className="stage-handles" role="group" aria-label="Handles of g" />
}

function EntryHandle({ stage, of }: { stage: StageView; of: Handle }) {
  const button = useRef<HTMLButtonElement>(null)
  const { factor, row, column } = of

  useEffect(() => {
    const element = button.current!
    let words: StageView['entryWords']
    const say = () => {
      const entry = store.getState().document[factor][row]?.[column]
      if (entry === undefined) return
      words = stage.entryWords
      const what = words(stage.frame(), factor, row, column)
      const name = `Entry ${entryName(factor, row, column)}: ${formatEntry(entry)}`
      element.setAttribute('aria-label', what ? `${name}, ${what}` : name)
    }
    const place = () => {
      if (words !== stage.entryWords) say()
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
      onKeyDown={({ nativeEvent: event }) => {
        if (viewKey(stage, event) || nudgeEntry(factor, row, column, event.key, event.shiftKey))
          event.preventDefault()
      }}
    />
  )
}
