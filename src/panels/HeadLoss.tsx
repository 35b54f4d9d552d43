import { LiveText } from '../ui/LiveText'
import type { AppState } from '../store/store'
import { brief } from './figures'
import { live } from './live'

/** What the loss of a head is, in place of the choice of a target: it has none. */
export function HeadLoss() {
  return (
    <div className="target">
      <p className="hint">
        <LiveText source={live} of={headWords} />
      </p>
      <p className="hint">
        The level curves are of mean (C − <i>C*</i>)², with <i>C*</i> the base product.
      </p>
    </div>
  )
}

/** "Mean KL of attention on 200 sequences of 5 tokens, β = 10." */
function headWords({ document: { head } }: AppState): string {
  if (head === null) return ''
  const { train, length } = head.sequences
  const sequences = train === 1 ? '1 sequence' : `${train} sequences`
  return `Mean KL of attention on ${sequences} of ${length} tokens, β = ${brief(head.beta)}.`
}
