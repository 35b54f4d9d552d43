import { maxFileSize } from '../document/document'
import type { Tensor } from '../document/tensor'
import { embeddingsOf, type Change, type Chosen } from '../document/tensorChoice'
import { innerOf } from '../document/tensorLayout'
import { Segmented } from '../ui/Segmented'
import { WholeField } from './WholeField'

interface Props {
  tensors: readonly Tensor[]
  chosen: Chosen
  onChange: (change: Change) => void
}

/** What an entry is, and which of them are taken. */
export function TensorMeaning({ tensors, chosen, onChange }: Props) {
  const { q, k, qPart, kPart, inner, embedding } = chosen
  const [ofQ, ofK] = [innerOf(tensors[q]!, qPart, inner.numbers), innerOf(tensors[k]!, kPart, inner.numbers)]
  const all = Math.min(ofQ, ofK)
  const entry = inner.numbers === 1 ? 'column' : 'point'
  return (
    <>
      <label className="choice">
        The numbers are
        <select value={embedding} onChange={(event) => onChange({ embedding: event.target.value })}>
          {embeddingsOf(tensors, chosen).map(({ name, label, numbers }) => (
            <option key={name} value={name}>
              {numbers === 2 && !qPart.layout.includes('numbers') ? `pairs of columns: ${label}` : label}
            </option>
          ))}
        </select>
      </label>
      {inner.numbers === 2 && !qPart.layout.includes('numbers') && (
        <div className="choice">
          A pair is
          <Segmented
            label="A pair is"
            options={[
              { value: 'neighbours', label: 'two neighbours' },
              { value: 'halves', label: 'one of each half' },
            ]}
            value={inner.pairing}
            onChange={(pairing) => onChange({ inner: { pairing } })}
          />
        </div>
      )}
      <div className="wholes">
        <WholeField
          label={`First ${entry}`}
          text={`First ${entry} of ${ofQ === ofK ? all : `${ofQ} in Q, ${ofK} in K`}`}
          value={inner.first + 1}
          min={1}
          max={Math.max(1, all)}
          onChange={(first) => onChange({ inner: { first: first - 1 } })}
        />
        <WholeField
          label={`Number of ${entry}s`}
          text={`${entry === 'column' ? 'Columns' : 'Points'}`}
          value={inner.count}
          min={1}
          max={Math.max(1, Math.min(maxFileSize, all - inner.first))}
          onChange={(count) => onChange({ inner: { count } })}
        />
      </div>
    </>
  )
}
