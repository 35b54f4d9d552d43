import { useEffect } from 'react'
import { powerOf } from '../document/acting'
import { fastest, firstTime, flowOf, lastTime, type Pace } from '../document/flow'
import { elementList } from '../document/element'
import { formatNumber, parseNumber } from '../document/number'
import { isProblem } from '../document/problem'
import { holdAt, pause, play } from '../store/flow'
import { beginGesture, endGesture } from '../store/history'
import { store, useApp, type AppState } from '../store/store'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { Slider } from '../ui/Slider'
import { heldElement, wordsOf } from './elementWords'
import { brief, figure } from './figures'
import { live } from './live'
import { useReducedMotion } from './reducedMotion'
import { Section } from './Section'
import './flow.css'

const number = { source: live, short: brief, exact: formatNumber, parse: parseNumber }
const slowestSpeed = 0.05
const fastestSpeed = 3

/** The one-parameter group of g: to let gᵗ run, or to scrub through it. */
export function FlowPanel() {
  const isReduced = useReducedMotion()
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  const isReflected = useApp(({ document: { reflected } }) =>
    Array.isArray(reflected) ? reflected.includes(true) : reflected === true,
  )
  useEffect(() => {
    if (isReduced) pause()
  }, [isReduced])
  return (
    <Section
      name="flow"
      title={
        <span>
          Flow <i className="g">gᵗ</i>
        </span>
      }
      tab="element"
      folds="closed"
      aside={
        !isReflected && (
          <span className="flow-buttons">
            {!isReduced && <PlayButton />}
            <button type="button" className="quiet" onClick={() => holdAt(1)} title="Back to g itself">
              t = 1
            </button>
          </span>
        )
      }
    >
      {isReflected ? (
        <LiveText source={live} of={whyStill} className="hint" />
      ) : (
        <>
          <div className="flow-now">
            <LiveStatus label="What acts" source={live} of={actingWords} />
          </div>
          <div className="flow-time">
            <Slider
              {...number}
              label="Time t"
              min={firstTime}
              max={lastTime}
              of={time}
              onChange={holdAt}
              gesture={scrub}
            >
              Time <i>t</i>
            </Slider>
            <p aria-hidden="true">
              <span>0</span>
              <span>1</span>
            </p>
          </div>
          {!isReduced && (
            <div className="flow-speed">
              <Slider
                {...number}
                label="Speed"
                hint={<LiveText source={live} of={speedUnit} />}
                min={slowestSpeed}
                max={fastestSpeed}
                of={speed}
                onChange={setSpeed}
                gesture={plain}
              >
                Speed
              </Slider>
            </div>
          )}
        </>
      )}
      {isHalfPlane && <FlowLinesBox />}
    </Section>
  )
}

function PlayButton() {
  const playing = useApp((state) => state.playing)
  const why = useApp(({ document, column }) => {
    const pace = flowOf(document, column)
    return isProblem(pace) ? pace.problem : undefined
  })
  return (
    <button
      type="button"
      className="flow-play"
      aria-disabled={why !== undefined && !playing}
      title={why}
      onClick={() => (playing ? pause() : play())}
    >
      <svg className="glyph" viewBox="0 0 20 20" aria-hidden="true">
        <path d={playing ? 'M7 4.5v11M13 4.5v11' : 'M6 4v12l10-6z'} />
      </svg>
      {playing ? 'Pause' : 'Play'}
    </button>
  )
}

function FlowLinesBox() {
  const isShown = useApp((state) => state.view.flow)
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isShown}
        onChange={(event) => store.getState().look({ flow: event.target.checked })}
      />
      Flow lines
    </label>
  )
}

const time = ({ document }: AppState) => document.time
const speed = (state: AppState) => state.speed

let before = 1
/** Escape takes a scrub back, though it is no step to undo. */
const scrub = {
  begin: () => {
    pause()
    before = time(store.getState())
    beginGesture()
  },
  end: endGesture,
  cancel: () => {
    endGesture()
    holdAt(before)
  },
}

const plain = { begin: () => {}, end: () => {}, cancel: () => {} }

function setSpeed(value: number) {
  if (!(value > 0 && value <= 100)) return { problem: 'The speed must lie between 0 and 100' }
  store.getState().set({ speed: value })
  return undefined
}

const whyStill = ({ document, column }: AppState): string => {
  const pace = flowOf(document, column)
  return isProblem(pace) ? pace.problem : ''
}

const units: Readonly<Record<Pace['unit'], string>> = {
  length: 'length per second',
  lengthAtI: 'length per second at i',
  radians: 'radians per second',
}

/** What the speed is measured in, and whether it is held down. */
function speedUnit({ document, column, speed }: AppState): string {
  const pace = flowOf(document, column)
  if (isProblem(pace)) return ''
  const slowed = speed / pace.rate > fastest ? `, here ${figure(fastest * pace.rate)}` : ''
  return units[pace.unit] + slowed
}

const shortTime = (t: number) => (Number.isInteger(t) ? String(t) : t.toFixed(2))

/** "g^0.37: hyperbolic, translation length 0.71" */
function actingWords(state: AppState): string {
  const { document, column } = state
  const why = whyStill(state)
  const name = elementList(document) ? `g of index ${column + 1}` : 'g'
  const power = document.time === 1 ? name : `${name}^${shortTime(document.time)}`
  const words = wordsOf(powerOf(heldElement(state), document.time))
  return why && words === 'identity' ? why : `${power}: ${words}`
}
