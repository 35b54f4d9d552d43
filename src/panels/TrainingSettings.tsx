import type { ReactNode } from 'react'
import { isBetaLearned } from '../document/trainable'
import { formatNumber, parseNumber } from '../document/number'
import { coordinateNames, methodNames } from '../document/optimiserNames'
import { isProblem, problem } from '../document/problem'
import { useApp } from '../store/store'
import {
  liveTraining,
  resetLearningRate,
  setEpsilon,
  tuneTraining,
  useTraining,
  type TrainingState,
} from '../store/training'
import { NumberField } from '../ui/NumberField'
import { methodWords } from './curveWords'
import { brief } from './figures'

const methods = ['adam', 'momentum', 'gradientDescent'] as const
const coordinates = ['intrinsic', 'xy', 'xLogY'] as const
const schedules = ['cosine', 'constant'] as const
const scheduleNames = { cosine: 'Falls along a cosine', constant: 'Constant' } as const

/** How a run is trained, folded to a line that says it. */
export function TrainingSettings() {
  const settings = useTraining((state) => state.settings)
  const isRateTyped = useTraining((state) => state.isRateTyped)
  const space = useApp(({ document }) => document.space)
  const learnsBeta = useApp(({ document }) => isBetaLearned(document))
  const { method, stepsIn, schedule, weightDecay } = settings
  return (
    <details className="fold-line">
      <summary>
        Settings: <span>{methodWords(settings, space)}</span>
      </summary>
      <div className="training-settings">
        <Choice
          label="Method"
          options={methods}
          names={methodNames}
          value={method}
          onChange={(value) => void tuneTraining({ method: value })}
        />
        {space === 'halfPlane' && (
          <Choice
            label="Steps in"
            options={coordinates}
            names={coordinateNames}
            value={stepsIn}
            onChange={(value) => void tuneTraining({ stepsIn: value })}
          />
        )}
        <Value
          label="Learning rate"
          of={({ settings }) => settings.learningRate}
          onCommit={(value) => tuneTraining({ learningRate: value })}
        >
          {isRateTyped && (
            <button type="button" className="quiet" onClick={resetLearningRate}>
              Usual rate
            </button>
          )}
        </Value>
        {learnsBeta && <RateOfBeta />}
        {method !== 'gradientDescent' && (
          <Value
            label="Momentum"
            of={({ settings }) => settings.momentum}
            onCommit={(value) => tuneTraining({ momentum: value })}
          />
        )}
        <Choice
          label="Learning rate over the run"
          options={schedules}
          names={scheduleNames}
          value={schedule}
          onChange={(value) => void tuneTraining({ schedule: value })}
        />
        {schedule === 'cosine' && (
          <Value
            label="Steps of the cosine"
            of={({ settings }) => settings.stepsOfCosine}
            onCommit={(value) => tuneTraining({ stepsOfCosine: value })}
          />
        )}
        <Value
          label="Pauses after steps"
          of={({ settings }) => settings.stepsOfRun}
          onCommit={(value) => tuneTraining({ stepsOfRun: value })}
        />
        <Value label="ε of the ball" of={(state) => state.epsilon} onCommit={setEpsilon} />
        <Value
          label="Weight decay λ"
          of={({ settings }) => settings.weightDecay}
          onCommit={(value) => tuneTraining({ weightDecay: value })}
        />
        {weightDecay > 0 && (
          <p className="hint">
            Weight decay breaks the symmetry: it pulls every entry to {space === 'line' ? '0' : 'i'}, so a
            moved copy is no longer trained as the model is{space === 'line' ? '' : ', unless g fixes i'}.
          </p>
        )}
      </div>
    </details>
  )
}

function RateOfBeta() {
  const own = ({ settings }: TrainingState) => settings.learningRateOfBeta
  const shown = (write: (x: number) => string) => (state: TrainingState) => {
    const rate = own(state)
    return rate === undefined ? 'as the others' : write(rate)
  }
  return (
    <div>
      Learning rate of log β
      <NumberField
        label="Learning rate of log β"
        inputMode="text"
        source={liveTraining}
        short={shown(brief)}
        exact={shown(formatNumber)}
        parse={(text) => {
          if (text.trim() === '' || text.trim() === 'as the others') return { rate: undefined }
          const rate = parseNumber(text)
          return isProblem(rate) ? problem(`${rate.problem}; empty is as the others`) : { rate }
        }}
        onCommit={({ rate }) => tuneTraining({ learningRateOfBeta: rate })}
      />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  options: readonly T[]
  names: Readonly<Record<T, string>>
  value: T
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, options, names, value, onChange }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
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
  children?: ReactNode
}

function Value({ label, of, onCommit, children }: ValueProps) {
  return (
    <div>
      <span>
        {label}
        {children}
      </span>
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
