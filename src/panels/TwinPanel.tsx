import { useEffect, type ReactNode } from 'react'
import { formatNumber, parseNumber } from '../document/number'
import { coordinateNames, methodNames, optionsOf } from '../document/optimiserNames'
import { isSameComparison } from '../document/twin'
import { store, useApp } from '../store/store'
import {
  liveTwin,
  pauseTwins,
  resetTwins,
  startTwins,
  tuneTwins,
  useTwin,
  type TwinState,
} from '../store/twin'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { Segmented } from '../ui/Segmented'
import { StepCurves } from '../ui/StepCurves'
import { brief } from './figures'
import { Section } from './Section'
import * as words from './twinWords'
import './training.css'
import './twin.css'

/** Trains the model and its moved copy side by side. */
export function TwinPanel() {
  return (
    <Section name="twins" title="Twins" tab="loss" folds="closed">
      <Twins />
    </Section>
  )
}

function Twins() {
  useTracksOnStage()
  return (
    <div className="twins">
      <p className="hint">
        The model and its copy, moved by an element, are trained side by side with the same optimiser. The
        copy is shown pulled back.
      </p>
      <Settings />
      <Buttons />
      <p className="training-status">
        <LiveStatus label="Twins" source={liveTwin} of={words.twinStatus} hush={isRunning} />
      </p>
      <Stale />
      <StepCurves
        label="Losses of the twins"
        source={liveTwin}
        picture={words.lossPicture}
        describe={words.lossWords}
      />
      <StepCurves
        label="Difference of the twins"
        source={liveTwin}
        picture={words.differencePicture}
        describe={words.differenceWords}
      />
      <Readings />
    </div>
  )
}

/** While the panel is open. */
function useTracksOnStage() {
  useEffect(() => {
    const show = ({ progress, of }: TwinState) => {
      const tracks = progress && of && { ...progress.tracks, of }
      store.getState().set({ twin: tracks })
    }
    const stop = liveTwin(show)
    return () => {
      stop()
      store.getState().set({ twin: undefined })
    }
  }, [])
}

const moves = [
  { value: 'page', label: 'g as it is' },
  { value: 'translation', label: 'Translation' },
  { value: 'dilation', label: 'Dilation' },
  { value: 'rotation', label: 'Rotation' },
] as const
const starts = [
  { value: 'page', label: 'the model' },
  { value: 'fresh', label: 'random points' },
] as const

/** Random points of the twins are always the same, so that methods are compared from one start. */
const freshSeed = 1

function Settings() {
  const { move, method, stepsIn, seed } = useTwin(({ settings }) => settings)
  const isLine = useApp(({ document }) => document.space === 'line')
  return (
    <div className="twin-settings">
      <Row title="Moved by">
        <Segmented
          label="The twin is moved by"
          options={isLine ? moves.slice(0, 2) : moves}
          value={isLine && move !== 'page' ? 'translation' : move}
          onChange={(value) => void tuneTwins({ move: value })}
        />
        <MoveHint />
      </Row>
      <Row title="Method">
        <Segmented
          label="Method of the twins"
          options={optionsOf(methodNames)}
          value={method}
          onChange={(value) => void tuneTwins({ method: value })}
        />
      </Row>
      {!isLine && (
        <Row title="Steps in">
          <Segmented
            label="Steps of the twins in"
            options={optionsOf(coordinateNames)}
            value={stepsIn}
            onChange={(value) => void tuneTwins({ stepsIn: value })}
          />
        </Row>
      )}
      <Row title="Start at">
        <Segmented
          label="The twins start at"
          options={starts}
          value={seed === undefined ? 'page' : 'fresh'}
          onChange={(value) => void tuneTwins({ seed: value === 'page' ? undefined : freshSeed })}
        />
      </Row>
      <div className="twin-numbers">
        <Value
          label="Learning rate η"
          name="Learning rate of the twins"
          of={learningRate}
          onCommit={(value) => tuneTwins({ learningRate: value })}
        />
        <Value
          label="Steps"
          name="Steps of the twins"
          of={steps}
          onCommit={(value) => tuneTwins({ steps: value })}
        />
      </div>
    </div>
  )
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <span className="hint">{title}</span>
      <div>{children}</div>
    </>
  )
}

function MoveHint() {
  const move = useTwin(({ settings }) => settings.move)
  const hint = useApp(({ document }) => words.moveWords(document, move))
  return <span className="hint">{hint}</span>
}

interface ValueProps {
  label: string
  name: string
  of: (state: TwinState) => number
  onCommit: (value: number) => { problem: string } | undefined
}

function Value({ label, name, of, onCommit }: ValueProps) {
  return (
    <div>
      <span className="hint">{label}</span>
      <NumberField
        label={name}
        source={liveTwin}
        short={(state) => brief(of(state))}
        exact={(state) => formatNumber(of(state))}
        parse={parseNumber}
        onCommit={onCommit}
      />
    </div>
  )
}

function Buttons() {
  const status = useTwin((state) => state.status)
  const starts = status === 'paused' ? 'Go on' : 'Start twins'
  return (
    <div className="training-buttons">
      <button
        type="button"
        className={status === 'running' ? undefined : 'primary'}
        onClick={status === 'running' ? pauseTwins : startTwins}
      >
        {status === 'running' ? 'Pause twins' : starts}
      </button>
      <button type="button" title="Forget the result" onClick={resetTwins}>
        Reset twins
      </button>
    </div>
  )
}

/** The result stays when the page goes on: then it says what it is of. */
function Stale() {
  const of = useTwin((state) => state.of)
  const { move, seed } = useTwin(({ settings }) => settings)
  const isStale = useApp(
    ({ document }) => of !== undefined && !isSameComparison(of, document, move, seed !== undefined),
  )
  return isStale && <p className="hint">This is of the model and g as they were at the start.</p>
}

function Readings() {
  const hasSlower = useTwin(({ progress }) => progress?.slower !== undefined)
  return (
    <dl className="readings">
      <dt>Largest difference, first 100 steps</dt>
      <dd>
        <LiveStatus
          label="Difference, first 100 steps"
          source={liveTwin}
          of={words.earlyWords}
          hush={isRunning}
        />
      </dd>
      <dt>Difference now: points · product</dt>
      <dd>
        <LiveText source={liveTwin} of={words.nowWords} /> ·{' '}
        <LiveText source={liveTwin} of={words.productWords} />
      </dd>
      {hasSlower && (
        <>
          <dt>
            The model with <LiveText source={liveTwin} of={words.slowerName} />
          </dt>
          <dd>
            <LiveStatus
              label="Other learning rate"
              source={liveTwin}
              of={words.slowerWords}
              hush={isRunning}
            />
          </dd>
        </>
      )}
    </dl>
  )
}

const isRunning = ({ status }: TwinState) => status === 'running'
const learningRate = ({ settings }: TwinState) => settings.learningRate
const steps = ({ settings }: TwinState) => settings.steps
