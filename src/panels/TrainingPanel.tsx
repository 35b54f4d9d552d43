import { isModel } from '../document/modelLoss'
import { formatNumber, parseNumber } from '../document/number'
import { useApp } from '../store/store'
import {
  drawTables,
  liveTraining,
  pauseTraining,
  rewindTraining,
  setEpsilon,
  startTraining,
  stepTraining,
  tuneTraining,
  useTraining,
  type TrainingState,
} from '../store/training'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { LossCurve } from '../ui/LossCurve'
import { NumberField } from '../ui/NumberField'
import { Segmented } from '../ui/Segmented'
import { brief } from './figures'
import { isGesture, live } from './live'
import { NewClassifier } from './NewClassifier'
import { NewHead } from './NewHead'
import { Section } from './Section'
import { StepSlider } from './StepSlider'
import * as words from './trainingWords'
import './training.css'

/** Trains the model that the document holds, or makes one. */
export function TrainingPanel() {
  const hasModel = useApp(({ document }) => isModel(document))
  return (
    <Section key={String(hasModel)} title="Training" tab="loss" folds={hasModel ? 'open' : 'closed'}>
      {hasModel ? (
        <Trained />
      ) : (
        <>
          <p className="hint">
            Here A and B are just numbers. As queries and keys of an attention head they can be trained: each
            token of a sequence shall attend to its nearest relative in a tree.
          </p>
          <NewHead />
          <p className="hint">
            Or A holds labelled points to be classified, and B prototypes of the classes:
          </p>
          <NewClassifier />
        </>
      )}
    </Section>
  )
}

function Trained() {
  return (
    <div className="training">
      <Buttons />
      <p className="training-status">
        <LiveStatus label="Training" source={liveTraining} of={words.statusWords} hush={isRunning} />
      </p>
      <LossCurve
        label="Loss curve"
        source={liveTraining}
        picture={words.curveOf}
        describe={words.curveWords}
      />
      <StepSlider />
      <Readings />
      <Settings />
      <details className="another">
        <summary>Another head</summary>
        <NewHead />
      </details>
      <details className="another">
        <summary>A classifier</summary>
        <NewClassifier />
      </details>
    </div>
  )
}

function Buttons() {
  const isRunning = useTraining(({ status }) => status === 'running')
  return (
    <div className="training-buttons">
      <button
        type="button"
        className={isRunning ? undefined : 'primary'}
        onClick={() => (isRunning ? pauseTraining() : startTraining())}
      >
        {isRunning ? 'Pause' : 'Start'}
      </button>
      <button type="button" title="One step of the optimiser" onClick={() => stepTraining()}>
        Step
      </button>
      <button type="button" title="The tables from before the run, exactly" onClick={rewindTraining}>
        Rewind
      </button>
      <button type="button" title="Fresh random tables from the next seed" onClick={drawTables}>
        New seed
      </button>
    </div>
  )
}

function Readings() {
  return (
    <dl className="readings">
      <dt>Loss</dt>
      <dd>
        <LiveStatus label="Training loss" source={live} of={words.lossNow} hush={isGesture} />
      </dd>
      <dt>
        In the ball <i>L</i> &lt; ε
      </dt>
      <dd>
        <LiveStatus label="In the ball" source={liveTraining} of={words.ballWords} hush={isRunning} />
      </dd>
      <dt>Accuracy, training data</dt>
      <dd>
        <LiveStatus label="Accuracy, training data" source={live} of={words.accuracyTrain} hush={isGesture} />
      </dd>
      <dt>Accuracy, held out</dt>
      <dd>
        <LiveStatus label="Accuracy, held out" source={live} of={words.accuracyHeldOut} hush={isGesture} />
      </dd>
      <dt>Gradient: coordinates · metric</dt>
      <dd>
        <LiveText source={liveTraining} of={words.gradientWords} />
      </dd>
      <dt>Time per step</dt>
      <dd>
        <LiveText source={liveTraining} of={words.timeWords} />
      </dd>
    </dl>
  )
}

const paces = [
  { value: 'slow', label: 'Slow' },
  { value: 'fast', label: 'Fast' },
  { value: 'full', label: 'As fast as it goes' },
] as const

const methods = [
  { value: 'adam', label: 'Adam' },
  { value: 'momentum', label: 'Momentum' },
  { value: 'gradientDescent', label: 'Gradient descent' },
] as const

const coordinates = [
  { value: 'intrinsic', label: 'the metric' },
  { value: 'xy', label: 'x, y' },
  { value: 'xLogY', label: 'x, log y' },
] as const

function Settings() {
  const pace = useTraining(({ settings }) => settings.pace)
  const method = useTraining(({ settings }) => settings.method)
  const stepsIn = useTraining(({ settings }) => settings.stepsIn)
  const isHalfPlane = useApp(({ document }) => document.space === 'halfPlane')
  return (
    <div className="training-settings">
      <Segmented
        label="Speed"
        options={paces}
        value={pace}
        onChange={(value) => void tuneTraining({ pace: value })}
      />
      <Choice
        label="Method"
        options={methods}
        value={method}
        onChange={(value) => void tuneTraining({ method: value })}
      />
      {isHalfPlane && (
        <Choice
          label="Steps in"
          options={coordinates}
          value={stepsIn}
          onChange={(value) => void tuneTraining({ stepsIn: value })}
        />
      )}
      <Value
        label="Learning rate"
        of={learningRate}
        onCommit={(value) => tuneTraining({ learningRate: value })}
      />
      <Value label="ε of the ball" of={epsilon} onCommit={setEpsilon} />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  options: readonly { readonly value: T; readonly label: string }[]
  value: T
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

interface ValueProps {
  label: string
  of: (state: TrainingState) => number
  onCommit: (value: number) => { problem: string } | undefined
}

function Value({ label, of, onCommit }: ValueProps) {
  return (
    <div>
      {label}
      <NumberField
        label={label}
        source={liveTraining}
        short={(state) => brief(of(state))}
        exact={(state) => formatNumber(of(state))}
        parse={parseNumber}
        onCommit={onCommit}
      />
    </div>
  )
}

const isRunning = ({ status }: TrainingState) => status === 'running'
const learningRate = ({ settings }: TrainingState) => settings.learningRate
const epsilon = (state: TrainingState) => state.epsilon
