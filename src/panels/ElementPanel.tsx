import { isReflected } from '../document/acting'
import { elementList, isIwasawa } from '../document/element'
import { formatNumber, parseNumber } from '../document/number'
import { beginGesture, cancelGesture, endGesture } from '../store/history'
import { useApp, type AppState } from '../store/store'
import { Formula } from '../ui/Formula'
import { Icon } from '../ui/Icon'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { Slider } from '../ui/Slider'
import { columnColour } from './columnColour'
import {
  centre,
  coordinatesShown,
  matrixShown,
  nearZero,
  resetElement,
  setCoordinate,
  setElement,
  setMatrixEntry,
} from './editElement'
import { classWords, heldElement } from './elementWords'
import { brief } from './figures'
import { live } from './live'
import { Section } from './Section'
import { TraceLine } from './TraceLine'

const number = { source: live, short: brief, exact: formatNumber, parse: parseNumber }
const slider = { ...number, gesture: { begin: beginGesture, end: endGesture, cancel: cancelGesture } }

export function ElementPanel() {
  const space = useApp((state) => state.document.space)
  const isList = useApp((state) => elementList(state.document) !== undefined)
  return (
    <Section
      name="element"
      title={
        <>
          Element <i className="g">g</i>
          {isList && <ColumnMark />}
        </>
      }
      tab="element"
      aside={
        <>
          <button
            type="button"
            className="quiet"
            onClick={() => void centre()}
            title="Bring the mean of all entries to i (on the line: to 0)"
            aria-label="Centre the entries"
          >
            Centre
          </button>
          <button type="button" className="quiet" onClick={resetElement} aria-label="Reset element">
            <Icon name="reset" /> Reset
          </button>
        </>
      }
    >
      <LiveStatus label="Class" source={live} of={classWords} className="chip class" />
      {space === 'line' ? <TranslationControls /> : <HalfPlaneControls />}
    </Section>
  )
}

/** Whose element it is, where each inner index has its own. */
function ColumnMark() {
  const column = useApp((state) => state.column)
  return (
    <span
      className="column-mark"
      style={{ borderColor: columnColour(column) }}
      aria-label={`of inner index ${column + 1}`}
      role="img"
    >
      {column + 1}
    </span>
  )
}

const alpha = (state: AppState) => {
  const held = heldElement(state)
  return typeof held === 'number' ? held : 0
}

function TranslationControls() {
  const isMirrored = useApp((state) => isReflected(state.document, state.column))
  return (
    <Slider
      {...slider}
      label="Translation α"
      hint={isMirrored ? 'x ↦ α − x' : 'x ↦ x + α'}
      min={-5}
      max={5}
      of={alpha}
      onChange={setElement}
    >
      Translation <i>α</i>
    </Slider>
  )
}

const coordinates = (state: AppState) => coordinatesShown(heldElement(state))
const x = (state: AppState) => coordinates(state).x
const t = (state: AppState) => coordinates(state).t
const theta = (state: AppState) => coordinates(state).theta
const setX = (value: number) => setCoordinate('x', value)
const setT = (value: number) => setCoordinate('t', value)
const setTheta = (value: number) => setCoordinate('theta', value)

function HalfPlaneControls() {
  return (
    <>
      <TraceLine />
      <p className="order">
        <Formula name="iwasawa" /> <span className="hint">K acts first</span>
      </p>
      <Slider {...slider} label="Translation x" hint="N: z ↦ z + x" min={-5} max={5} of={x} onChange={setX}>
        Translation <i>x</i>
      </Slider>
      <Slider {...slider} label="Dilation t" hint="A: z ↦ eᵗ z" min={-4} max={4} of={t} onChange={setT}>
        Dilation <i>t</i>
      </Slider>
      <Slider
        {...slider}
        label="Rotation θ"
        hint="K: about i by −2θ"
        min={-Math.PI / 2}
        max={Math.PI / 2}
        of={theta}
        thumb={nearZero}
        onChange={setTheta}
      >
        Rotation <i>θ</i>
      </Slider>
      <div className="matrix" role="group" aria-label="g as a 2 × 2 matrix">
        <i className="g">g</i> =
        <div className="brackets">
          {entries.map((entry) => (
            <NumberField key={entry.label} {...number} {...entry} />
          ))}
        </div>
      </div>
      <LiveText source={live} of={determinantWords} className="hint determinant" />
    </>
  )
}

const entries = ['a', 'b', 'c', 'd'].map((name, index) => {
  const of = (state: AppState) => matrixShown(heldElement(state))[index]!
  return {
    label: `Entry ${name}`,
    short: (state: AppState) => brief(of(state)),
    exact: (state: AppState) => formatNumber(of(state)),
    onCommit: (value: number) => setMatrixEntry(index, value),
    onRestore: () => void setMatrixEntry(index, undefined),
  }
})

/** "det 1", or the determinant as typed with the matrix that has determinant 1. */
function determinantWords(state: AppState): string {
  const held = heldElement(state)
  if (typeof held === 'number' || isIwasawa(held)) return 'det 1'
  const [a, b, c, d] = held
  const determinant = a * d - b * c
  const rounding = 4 * Number.EPSILON * (Math.abs(a * d) + Math.abs(b * c))
  if (Math.abs(determinant - 1) <= rounding) return 'det 1'
  const root = Math.sqrt(determinant)
  return `det ${brief(determinant)}; as det 1: ${held.map((entry) => brief(entry / root)).join('  ')}`
}
