import { useEffect } from 'react'
import { experimentPlans } from '../document/experimentPlans'
import { forgetExperiment } from '../store/experiment'
import { useApp } from '../store/store'
import { ExperimentView } from './ExperimentView'
import './experiments.css'

/** The experiment that the link has chosen, in the page instead of over it. */
export function EmbeddedExperiment() {
  const chosen = useApp(({ view }) => view.experiment)
  const plan = experimentPlans.find(({ name }) => name === chosen?.name)
  useEffect(() => forgetExperiment, [])
  if (!plan || !chosen) return null
  return (
    <section aria-label={plan.title}>
      <h2>{plan.title}</h2>
      <ExperimentView key={plan.name} plan={plan} chosen={chosen} />
    </section>
  )
}
