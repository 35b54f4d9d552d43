import { useEffect, useState } from 'react'
import { checkSameShape } from '../document/alignTo'
import { isProblem } from '../document/problem'
import type { Precision } from '../document/sameAs'
import { compareModels, type SameReading } from '../store/sameReading'
import { useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { verdictWords } from './alignWords'
import type { OtherModel } from './otherModel'

const precisions: readonly { value: Precision; label: string }[] = [
  { value: 'float64', label: 'float64' },
  { value: 'float32', label: 'float32' },
]

/** Whether isometries, one for each inner index, and a permutation carry the base entries to the other model. */
export function SameVerdict({ other }: { other: OtherModel }) {
  const a = useApp((state) => state.document.a)
  const b = useApp((state) => state.document.b)
  const space = useApp((state) => state.document.space)
  const [precision, setPrecision] = useState<Precision>('float64')
  const [reading, setReading] = useState<SameReading>()
  const isComparable = checkSameShape({ space, a, b }, other) === undefined

  useEffect(
    () => (isComparable ? compareModels({ space, a, b }, other, precision, setReading) : undefined),
    [space, a, b, other, precision, isComparable],
  )

  // The alignment above says already what differs.
  if (!isComparable) return null
  return (
    <section className="same" aria-label="Same model">
      <h3>Are these two the same model?</h3>
      <div className="choice">
        Precision of the numbers
        <Segmented
          label="Precision of the numbers"
          options={precisions}
          value={precision}
          onChange={setPrecision}
        />
      </div>
      <Verdict reading={reading} />
    </section>
  )
}

function Verdict({ reading }: { reading: SameReading | undefined }) {
  if (reading?.kind !== 'found') {
    return (
      <output aria-label="Verdict">
        {reading ? `Comparing inner indices: ${reading.compared} of at most ${reading.most} pairs` : ''}
      </output>
    )
  }
  const { found } = reading
  if (isProblem(found)) return <output aria-label="Verdict">Not to be said: {found.problem}.</output>
  const [first, ...rest] = verdictWords(found)
  return (
    <output aria-label="Verdict" data-verdict={found.verdict}>
      <strong>{first}</strong>
      {rest.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </output>
  )
}
