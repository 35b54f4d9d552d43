import { useEffect } from 'react'
import { experimentPlans } from '../document/experimentPlans'
import type { ExperimentPlan } from '../document/experiments'
import { forgetExperiment } from '../store/experiment'
import { isInLesson } from '../store/ownWork'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { claims } from './claims'
import { ExperimentView } from './ExperimentView'
import './experiments.css'

const open = (name: string | undefined) =>
  store.getState().look({ experiment: name === undefined ? null : { name, inputs: {} } })

/** The claims of the paper, each with the experiments that test it, or one of these experiments. */
export function ExperimentSheet({ onClose }: { onClose: () => void }) {
  const chosen = useApp(({ view }) => view.experiment)
  const plan = experimentPlans.find(({ name }) => name === chosen?.name)
  // The step of a lesson that shows an experiment is read beside it, and the next one ends it.
  const isBeside = useApp(isInLesson)
  const isLit = useApp((state) => state.highlighted.includes('experiment'))
  useEffect(() => forgetExperiment, [])
  return (
    <Dialog
      title={plan?.title ?? 'The claims of the paper, tested'}
      className={isLit ? 'sheet highlighted' : 'sheet'}
      isModal={!isBeside}
      onClose={onClose}
    >
      {plan && chosen ? (
        <>
          <button type="button" className="quiet back" onClick={() => open(undefined)}>
            ‹ All claims
          </button>
          <ExperimentView key={plan.name} plan={plan} chosen={chosen} />
        </>
      ) : (
        <Claims />
      )}
    </Dialog>
  )
}

function Claims() {
  return (
    <ol className="claims">
      {claims.map(({ claim, verdict, sentence, tested }) => (
        <li key={claim}>
          <p className="claim">
            {claim} <Verdict verdict={verdict} />
          </p>
          <p className="hint">{sentence}</p>
          <p className="tested">
            {tested.map((name) => (
              <TestedBy key={name} plan={experimentPlans.find((one) => one.name === name)!} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

function TestedBy({ plan }: { plan: ExperimentPlan }) {
  return (
    <button type="button" onClick={() => open(plan.name)}>
      {plan.title}
    </button>
  )
}

const marks = { true: '✓', false: '✗', 'true only if': '◐' } as const
const tones = { true: 'ok', false: 'bad', 'true only if': 'g' } as const

/** The verdict as a word, a mark and a colour. */
export function Verdict({ verdict }: { verdict: keyof typeof marks }) {
  return (
    <span className="chip" data-tone={tones[verdict]}>
      <span aria-hidden="true">{marks[verdict]}</span>{' '}
      {verdict === 'true only if' ? 'true only if …' : verdict}
    </span>
  )
}
