import { isModel } from '../document/modelLoss'
import { useApp } from '../store/store'
import {
  drawTables,
  liveTraining,
  pauseTraining,
  rewindTraining,
  startTraining,
  stepTraining,
  tuneTraining,
  useTraining,
  type TrainingState,
} from '../store/training'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { LossCurve } from '../ui/LossCurve'
import { Segmented } from '../ui/Segmented'
import { Comparison } from './Comparison'
import { CurveLegend } from './CurveLegend'
import { CurveMenu } from './CurveMenu'
import { curveOf, curveWords } from './curveWords'
import { live } from './live'
import { NewClassifier } from './NewClassifier'
import { NewHead } from './NewHead'
import { Section } from './Section'
import { StepSlider } from './StepSlider'
import { TrainingSettings } from './TrainingSettings'
import * as words from './trainingWords'
import './training.css'

/** Trains the model that the document holds, or makes one. */
export function TrainingPanel() {
  const hasModel = useApp(({ document }) => isModel(document))
  return (
    <Section
      name="training"
      key={String(hasModel)}
      title="Training"
      tab="loss"
      folds={hasModel ? 'open' : 'closed'}
    >
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
      <div className="curve">
        <LossCurve label="Loss curve" source={liveTraining} picture={curveOf} describe={curveWords} />
        <CurveMenu />
      </div>
      <CurveLegend />
      <StepSlider />
      <Readings />
      <Speed />
      <TrainingSettings />
      <Comparison />
      <details className="fold-line">
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
  const isTrained = useTraining(({ progress }) => progress !== undefined)
  return (
    <dl className="readings">
      <dt>Loss</dt>
      <dd>
        <LiveStatus label="Training loss" source={live} of={words.lossNow} />
      </dd>
      <dt>
        In the ball <i>L</i> &lt; ε
      </dt>
      <dd>
        <LiveStatus label="In the ball" source={liveTraining} of={words.ballWords} hush={isRunning} />
      </dd>
      <dt>Accuracy, training data</dt>
      <dd>
        <LiveStatus label="Accuracy, training data" source={live} of={words.accuracyTrain} />
      </dd>
      <dt>Accuracy, held out</dt>
      <dd>
        <LiveStatus label="Accuracy, held out" source={live} of={words.accuracyHeldOut} />
      </dd>
      <dt>Gradient: coordinates · metric</dt>
      <dd>
        {isTrained ? (
          <LiveText source={liveTraining} of={words.gradientWords} />
        ) : (
          <LiveText source={live} of={words.gradientNow} />
        )}
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

function Speed() {
  const pace = useTraining(({ settings }) => settings.pace)
  return (
    <Segmented
      label="Speed"
      options={paces}
      value={pace}
      onChange={(value) => void tuneTraining({ pace: value })}
    />
  )
}

const isRunning = ({ status }: TrainingState) => status === 'running'
