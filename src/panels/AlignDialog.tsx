import { useState } from 'react'
import type { Document } from '../document/document'
import { isProblem, type Problem } from '../document/problem'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { AlignResult } from './AlignResult'
import { MatrixMeaning } from './MatrixMeaning'
import { ModelSource } from './ModelSource'
import { heldModel, meaningsIn, otherFrom, type OtherModel } from './otherModel'
import type { Import } from './readImport'
import { SameVerdict } from './SameVerdict'
import { TensorChoice } from './TensorChoice'

interface Props {
  other: OtherModel | undefined
  onOther: (other: OtherModel) => void
  onClose: () => void
}

/** A second pair of matrices, the best isometry to it, and whether it is the same model. */
export function AlignDialog({ other, onOther, onClose }: Props) {
  const [isChoosing, setChoosing] = useState(other === undefined)
  const take = (next: OtherModel) => {
    setChoosing(false)
    onOther(next)
  }
  return (
    <Dialog title="Align to another model" onClose={onClose}>
      {isChoosing || !other ? (
        <OtherSource other={other} onTake={take} />
      ) : (
        <>
          <div className="offer">
            <p>
              {other.from === 'held'
                ? 'The other model is this one, as it was moved when it was held'
                : 'The other model was read from numbers'}
              : A {other.a.length} × {other.b.length}, B {other.b.length} × {other.b[0]!.length}.
            </p>
            <button type="button" onClick={() => setChoosing(true)}>
              Take another
            </button>
          </div>
          <AlignResult other={other} onClose={onClose} />
          <SameVerdict other={other} />
        </>
      )}
    </Dialog>
  )
}

function OtherSource({
  other,
  onTake,
}: {
  other: OtherModel | undefined
  onTake: (next: OtherModel) => void
}) {
  const [read, setRead] = useState<Import | Problem>()
  const rows = useApp((state) => state.document.a.length)
  const inner = useApp((state) => state.document.b.length)
  const columns = useApp((state) => state.document.b[0]!.length)
  return (
    <>
      <div className="offer held">
        <p>
          As large as this one: A {rows} × {inner}, B {inner} × {columns}.
        </p>
        <button type="button" onClick={() => onTake(heldModel(store.getState().document))}>
          Hold this model
        </button>
      </div>
      <p className="hint">Hold it as it is moved now, move on, and align back. Or open another one:</p>
      <ModelSource
        hint="A document (.json), a matrix (.csv, .tsv, .npy, .json; two files are A and B), or a Q and a K (.safetensors, .npy). Or drop them here."
        onRead={setRead}
      />
      {read !== undefined && <Preview read={read} other={other} onTake={onTake} />}
    </>
  )
}

interface PreviewProps {
  read: Import | Problem
  other: OtherModel | undefined
  onTake: (next: OtherModel) => void
}

function Preview({ read, other, onTake }: PreviewProps) {
  const { document } = store.getState()
  if (isProblem(read)) return <Refusal {...read} />
  if (read.kind === 'document') {
    return <Offer made={otherFrom(document, read.document, ['a', 'b'])} onTake={onTake} />
  }
  if (read.kind === 'lesson')
    return <Refusal problem="this is a lesson, which holds many models: import it" />
  if (read.kind === 'tensors') {
    return (
      <TensorChoice files={read.files}>
        {(made) => {
          if (made === undefined) return <p className="hint">Reading …</p>
          const model = isProblem(made) ? made : made.document
          return <Offer made={otherFrom(document, model, ['a', 'b'])} onTake={onTake} />
        }}
      </TensorChoice>
    )
  }
  const choices = meaningsIn(document, read.matrices)
  if (choices.length === 0) {
    const { numbers } = read.matrices[0]!
    const where = document.space === 'line' ? 'on the real line' : 'in the half-plane'
    return <Refusal problem={`an entry has ${numbers} numbers, and this model is ${where}`} />
  }
  // Of one matrix alone, the other factor is the one that the other model has, or else that of this one.
  const fitting =
    other &&
    other.space === document.space &&
    !isProblem(otherFrom(document, withFactors(document, other), ['a', 'b']))
  const onto = fitting ? withFactors(document, other) : document
  return (
    <MatrixMeaning matrices={read.matrices} document={onto} choices={choices}>
      {(made, given) => (
        <Offer made={otherFrom(document, made, given)} onTake={onTake}>
          {given.length === 2
            ? ''
            : ` ${given[0] === 'a' ? 'B' : 'A'} is the one of ${fitting ? 'the other model so far' : 'this model'}.`}
        </Offer>
      )}
    </MatrixMeaning>
  )
}

const withFactors = (document: Document, { a, b, space }: OtherModel): Document => ({
  ...document,
  a,
  b,
  space,
})

interface OfferProps {
  made: OtherModel | Problem
  onTake: (next: OtherModel) => void
  children?: string
}

function Offer({ made, onTake, children = '' }: OfferProps) {
  if (isProblem(made)) return <Refusal {...made} />
  return (
    <div className="offer">
      <p>
        A {made.a.length} × {made.b.length}, B {made.b.length} × {made.b[0]!.length}.{children}
      </p>
      <button type="button" className="primary" onClick={() => onTake(made)}>
        Compare
      </button>
    </div>
  )
}

function Refusal({ problem }: Problem) {
  return (
    <p className="problem" role="alert">
      {problem}. The model stays as it is.
    </p>
  )
}
