import { training, useTraining } from '../store/training'
import { legendOf } from './curveWords'

/** What each line of the curve is, in words. */
export function CurveLegend() {
  const isThere = useTraining(({ runs, controls }) => runs.length + controls.length > 0)
  // Renders when the words change, not when the lines grow.
  useTraining((state) => JSON.stringify(legendOf(state)))
  if (!isThere) return null
  return (
    <ul className="curve-legend" aria-label="Lines of the curve">
      {legendOf(training.getState()).map(({ kind, text }, n) => (
        <li key={n}>
          <i data-kind={kind} />
          {text}
        </li>
      ))}
    </ul>
  )
}
