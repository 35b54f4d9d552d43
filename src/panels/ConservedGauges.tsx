import { useMemo } from 'react'
import { useApp } from '../store/store'
import {
  liveTraining,
  rewindTraining,
  startTraining,
  training,
  tuneTraining,
  useTraining,
  type TrainingState,
} from '../store/training'
import { LiveStatus, LiveText } from '../ui/LiveText'
import * as words from './conservedWords'
import { Section } from './Section'
import './twin.css'

/** The sums that gradient descent cannot change, while the training runs. */
export function ConservedGauges() {
  const isHead = useApp(({ document }) => document.head !== null)
  return (
    <Section name="conserved" title="What training conserves" tab="loss" folds="closed">
      {isHead ? (
        <Gauges />
      ) : (
        <p className="hint">
          Nothing, for a classifier: its inputs are data and stay where they are, and prototypes that move
          without them are another model. The laws are those of a head, where all points are trained.
        </p>
      )}
    </Section>
  )
}

function Gauges() {
  const isLine = useApp(({ document }) => document.space === 'line')
  const isByNorms = useApp(({ document }) => document.head?.rule === 'byNorms')
  const inner = useTraining(({ progress }) => progress?.conserved?.balances.length ?? 0)
  const law = useMemo(
    () => (state: TrainingState) => words.lawWords(state, isLine, isByNorms),
    [isLine, isByNorms],
  )
  return (
    <div className="conserved">
      <p className="training-status">
        <LiveText source={liveTraining} of={words.runWords} />
      </p>
      <LiveStatus label="Conservation law" source={liveTraining} of={law} hush={isRunning} className="hint" />
      {inner > 0 && (
        <>
          <Sums label={isLine ? 'Σ x' : 'Σ Re z'} inner={inner} columns={sumColumns} />
          {!isLine && <Sums label="Σ |z|²" inner={inner} columns={squareColumns} />}
        </>
      )}
      <button type="button" onClick={descend}>
        Run gradient descent{!isLine && ' in x, y'}
      </button>
    </div>
  )
}

interface Column {
  readonly name: string
  readonly of: (i: number) => (state: TrainingState) => string
}

const sumColumns: readonly Column[] = [
  { name: 'at the start', of: words.sumAtStart },
  { name: 'now', of: words.sumNow },
  { name: 'drift', of: words.drift },
]
const squareColumns: readonly Column[] = [
  { name: 'has grown by', of: words.growth },
  { name: 'Σ η²‖∂L‖²', of: words.predicted },
  { name: 'difference', of: words.miss },
]

interface SumsProps {
  label: string
  inner: number
  columns: readonly Column[]
}

/** A row for each inner index. */
function Sums({ label, inner, columns }: SumsProps) {
  const readings = useMemo(
    () => Array.from({ length: inner }, (_, i) => columns.map(({ of }) => of(i))),
    [inner, columns],
  )
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {readings.map((row, i) => (
          <tr key={i}>
            <th scope="row">{inner === 1 ? 'all points' : `inner index ${i + 1}`}</th>
            {row.map((of, n) => (
              <td key={n}>
                <LiveText source={liveTraining} of={of} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A run from the start of the present one, or from the tables on the page, that makes no other steps. */
function descend() {
  if ((training.getState().shown ?? 0) > 0) rewindTraining()
  tuneTraining({ method: 'gradientDescent', stepsIn: 'xy' })
  startTraining()
}

const isRunning = ({ status }: TrainingState) => status === 'running'
