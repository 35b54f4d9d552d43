import { useLayoutEffect, useRef } from 'react'
import { beginGesture, cancelGesture, endGesture } from '../store/history'
import { liveTraining, showStep, training, type TrainingState } from '../store/training'
import { figure } from './figures'

/** Steps whose tables can be shown: the checkpoints, and where the run is. */
function stopsOf({ checkpoints, progress }: TrainingState): readonly number[] {
  const stops = checkpoints.map(({ step }) => step)
  if (progress && progress.step > (stops.at(-1) ?? -1)) stops.push(progress.step)
  return stops
}

/** Shows the tables as they were after any checkpoint of the run. */
export function StepSlider() {
  const input = useRef<HTMLInputElement>(null)
  const isDragged = useRef(false)

  useLayoutEffect(
    () =>
      liveTraining((state) => {
        const range = input.current!
        const stops = stopsOf(state)
        const last = Math.max(stops.length - 1, 1)
        if (range.max !== String(last)) range.max = String(last)
        const { shown } = state
        const at =
          shown === undefined
            ? 0
            : Math.max(
                0,
                stops.findLastIndex((step) => step <= shown),
              )
        if (range.valueAsNumber !== at) range.value = String(at)
        range.ariaValueText = textOf(state)
        range.style.setProperty('--from', '0')
        range.style.setProperty('--to', String(at / last))
        range.disabled = stops.length < 2
      }),
    [],
  )

  const finish = () => {
    if (isDragged.current) endGesture()
    isDragged.current = false
  }

  return (
    <label className="training-steps">
      Step shown
      <input
        ref={input}
        type="range"
        min={0}
        step={1}
        aria-label="Step shown"
        onPointerDown={() => {
          isDragged.current = true
          beginGesture()
        }}
        onPointerUp={finish}
        onPointerCancel={finish}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isDragged.current) return
          event.preventDefault()
          isDragged.current = false
          cancelGesture()
        }}
        onInput={(event) => {
          const step = stopsOf(training.getState())[event.currentTarget.valueAsNumber]
          if (step !== undefined) showStep(step)
        }}
      />
    </label>
  )
}

function textOf({ shown, runs }: TrainingState): string {
  if (shown === undefined) return 'other tables'
  const loss = runs.at(-1)?.losses[shown]
  return loss === undefined ? `step ${shown}` : `step ${shown}, loss ${figure(loss)}`
}
