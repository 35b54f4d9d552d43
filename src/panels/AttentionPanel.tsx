import { useMemo, useState } from 'react'
import { wantedWeights } from '../document/attentionReading'
import type { AttentionHead, NearestRelative } from '../document/document'
import { tokenNames } from '../document/tokenNames'
import { headData } from '../document/headLoss'
import { headOf } from '../document/headOf'
import { parseSequence } from '../document/tokenSequence'
import { store, useApp } from '../store/store'
import type { CellIndex } from '../ui/cell'
import { LiveChip } from '../ui/LiveChip'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { WeightTable } from '../ui/WeightTable'
import { attentionTexts, weightText } from './attentionText'
import { live } from './live'
import { RuleOfBeta } from './RuleOfBeta'
import { Section } from './Section'
import { TableAttention } from './TableAttention'
import './attention.css'

/** What the head of the document attends to, before and after the move. */
export function AttentionPanel() {
  // A drag of β makes another head with the same task: it renders nothing.
  const task = useApp(({ document }) => headOf(document)?.task)
  if (task === undefined) return null
  return task ? <Attention key={JSON.stringify(task)} task={task} /> : <TableAttention />
}

function Attention({ task }: { task: NearestRelative }) {
  const hasOwnBetas = useApp(({ document }) => hasBetaOfRows(document.head))
  const { parents, names: own, sequences } = task
  const names = useMemo(() => tokenNames({ parents, ...(own && { names: own }) }), [parents, own])
  const drawn = useMemo(() => headData({ parents, sequences }).heldOut.sequences, [parents, sequences])
  const [number, setNumber] = useState(0)
  const [typed, setTyped] = useState<readonly number[]>()
  const [pointed, setPointed] = useState<CellIndex>()
  const sequence = typed ?? drawn[number]!
  const wanted = useMemo(() => wantedWeights({ parents }, sequence), [parents, sequence])
  const texts = useMemo(() => attentionTexts(sequence, names, wanted), [sequence, names, wanted])
  const written = useMemo(() => {
    const text = sequence.map((token) => names[token]!).join(' ')
    return () => text
  }, [sequence, names])
  const weightWords = useMemo(() => (pointed ? texts.weight(pointed) : () => ''), [texts, pointed])

  const show = (next: number) => {
    setNumber((next + drawn.length) % drawn.length)
    setTyped(undefined)
    setPointed(undefined)
  }
  const take = (tokens: readonly number[]) => {
    setTyped(tokens)
    setPointed(undefined)
    return undefined
  }
  const onPoint = (cell: CellIndex | undefined) => {
    if (cell?.[0] !== pointed?.[0] || cell?.[1] !== pointed?.[1]) setPointed(cell)
  }
  const table = {
    names: sequence.map((token) => names[token]!),
    source: live,
    short: weightText,
    wanted,
    onPoint,
    onSelect: ([row, column]: CellIndex) =>
      store.getState().edit({ selection: [sequence[row]!, sequence[column]!] }),
  }

  return (
    <Section
      name="attention"
      title="Attention"
      tab="product"
      aside={<LiveChip source={live} of={texts.verdict} />}
    >
      <p className="definition">
        weights = softmax(−<i>β C</i>) over the other positions
      </p>
      <RuleOfBeta />
      <div className="sequence">
        <span>{typed ? 'Sequence, typed' : `Sequence ${number + 1} of ${drawn.length}, held out`}</span>
        <button
          type="button"
          className="quiet"
          aria-label="Previous sequence"
          onClick={() => show(number - 1)}
        >
          ‹
        </button>
        <button type="button" className="quiet" aria-label="Next sequence" onClick={() => show(number + 1)}>
          ›
        </button>
        <NumberField
          label="Tokens of the sequence"
          inputMode="text"
          source={live}
          short={written}
          exact={written}
          parse={(text) => parseSequence(text, names)}
          onCommit={take}
        />
      </div>
      <div className="weight-tables">
        <div>
          <h3>before</h3>
          <WeightTable label="Weights before" {...table} weights={texts.before} />
        </div>
        <div>
          <h3>after</h3>
          <WeightTable label="Weights after" {...table} weights={texts.after} />
        </div>
      </div>
      <p className="weight-now hint" aria-hidden="true">
        {pointed ? (
          <LiveText source={live} of={weightWords} />
        ) : (
          <>
            From row to column; <i className="wanted" /> the nearest in the tree, which is wanted
          </>
        )}
      </p>
      <dl className="readings">
        <dt>Divergence from what is wanted</dt>
        <dd>
          <LiveText source={live} of={texts.divergence} />
        </dd>
        <dt>Right positions</dt>
        <dd>
          <LiveText source={live} of={texts.right} />
        </dd>
        {hasOwnBetas && (
          <>
            <dt>
              <i>β</i> of the rows
            </dt>
            <dd>
              <LiveText source={live} of={texts.betas} />
            </dd>
          </>
        )}
        <dt>Largest change</dt>
        <dd>
          <LiveStatus label="Largest change of a weight" source={live} of={texts.change} />
        </dd>
      </dl>
    </Section>
  )
}

const hasBetaOfRows = (head: AttentionHead | null) =>
  head !== null && head.rule !== 'fixed' && head.rule !== 'learned'
