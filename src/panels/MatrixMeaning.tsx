import { useState, type ReactNode } from 'react'
import type { Document, FactorName } from '../document/document'
import type { Embedding } from '../document/embedding'
import type { Matrix } from '../document/matrix'
import type { Problem } from '../document/problem'
import { Segmented } from '../ui/Segmented'
import { withMatrices } from './readImport'

const factors: readonly { value: FactorName; label: string }[] = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

interface Props {
  matrices: readonly Matrix[]
  /** Whose factors the matrices take the place of. */
  document: Document
  /** What their numbers may mean; at least one. */
  choices: readonly Embedding[]
  children: (made: Document | Problem, given: readonly FactorName[]) => ReactNode
}

/** Asks what the numbers of matrices mean, and of one matrix alone which factor it is. */
export function MatrixMeaning({ matrices, document, choices, children }: Props) {
  const usual = choices.find((choice) => choice.space === document.space) ?? choices[0]!
  const [name, setName] = useState(usual.name)
  const [factor, setFactor] = useState<FactorName>('a')
  const embedding = choices.find((choice) => choice.name === name) ?? usual
  const given: readonly FactorName[] = matrices.length === 2 ? ['a', 'b'] : [factor]
  return (
    <>
      {matrices.length === 1 && (
        <div className="choice">
          Into <Segmented label="Factor" options={factors} value={factor} onChange={setFactor} />
        </div>
      )}
      <label className="choice">
        The numbers are
        <select value={embedding.name} onChange={(event) => setName(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.name} value={choice.name}>
              {choice.label}
            </option>
          ))}
        </select>
      </label>
      {children(withMatrices(document, matrices, factor, embedding), given)}
    </>
  )
}
