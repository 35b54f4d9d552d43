import { LiveText } from '../ui/LiveText'
import type { AppState } from '../store/store'
import { brief } from './figures'
import { live } from './live'

/** What the loss of a model is, in place of the choice of a target: it has none. */
export function HeadLoss() {
  return (
    <div className="target">
      <p className="hint">
        <LiveText source={live} of={headWords} />
      </p>
    </div>
  )
}

/** "Mean KL of attention on 200 sequences of 5 tokens, β = 10.", or "Mean −log P(class) of 200 inputs, β = 3." */
function headWords({ document: { head, classifier, a } }: AppState): string {
  if (classifier) return `Mean −log P(class) of ${a.length} inputs, β = ${brief(classifier.beta)}.`
  if (!head?.task) return ''
  const { sequences } = head.task
  const count = 'seed' in sequences ? sequences.train : sequences.train.length
  const drawn = count === 1 ? '1 sequence' : `${count} sequences`
  return `Mean KL of attention on ${drawn}, β = ${brief(head.beta)}.`
}
