import { useId, useState } from 'react'
import type { NearestRelative } from '../document/document'
import type { HeadPlan } from '../document/head'
import { ownTask } from '../document/headPlans'
import { parseNumber } from '../document/number'
import { parseSequences } from '../document/ownSequences'
import { parseTree } from '../document/ownTree'
import { isProblem, problem, type Problem } from '../document/problem'
import { tokenNames } from '../document/tokenNames'
import { FormNumber } from './FormNumber'

const example = 'animal\n  bird\n    owl\n    wren\n  fish\n    cod\n    eel'

interface Props {
  plan: Omit<HeadPlan, 'task'>
  onOpen: (task: NearestRelative) => void
}

/** A tree and, if there are any, sequences of one's own. */
export function OwnTree({ plan, onOpen }: Props) {
  const [tree, setTree] = useState('')
  const [sequences, setSequences] = useState('')
  const [percent, setPercent] = useState(20)
  const id = useId()
  const read = readTask(tree, sequences, percent / 100)
  const isEmpty = tree.trim() === ''
  return (
    <details className="own-tree">
      <summary>A tree of one’s own</summary>
      <label htmlFor={`${id}-tree`}>Tree</label>
      <p className="hint" id={`${id}-forms`}>
        A name on each line, indented below its parent; or “child: parent” on each line; or the parents of
        tokens 1, 2, 3, … in a row, as 0 1 1 2 2.
      </p>
      <textarea
        id={`${id}-tree`}
        aria-describedby={`${id}-forms`}
        rows={7}
        spellCheck={false}
        placeholder={example}
        value={tree}
        onChange={(event) => setTree(event.target.value)}
      />
      <label htmlFor={`${id}-sequences`}>Sequences</label>
      <p className="hint" id={`${id}-lines`}>
        One a line, tokens by name or by number; none: they are drawn at random.
      </p>
      <textarea
        id={`${id}-sequences`}
        aria-describedby={`${id}-lines`}
        rows={4}
        spellCheck={false}
        value={sequences}
        onChange={(event) => setSequences(event.target.value)}
      />
      {sequences.trim() !== '' && (
        <div className="form">
          <FormNumber
            label="Held out, % of them"
            value={percent}
            parse={parseNumber}
            onCommit={(value) => {
              if (!(value > 0 && value < 100))
                return problem('A part is greater than 0 % and less than 100 %')
              setPercent(value)
              return undefined
            }}
          />
        </div>
      )}
      <div className="offer">
        {isProblem(read) ? (
          <p className={isEmpty ? 'hint' : 'problem'} role={isEmpty ? undefined : 'alert'}>
            {read.problem}.
          </p>
        ) : (
          <p>{summary(read, plan)}</p>
        )}
        <button
          type="button"
          className="primary"
          aria-disabled={isProblem(read)}
          onClick={() => {
            if (!isProblem(read)) onOpen(read)
          }}
        >
          Open
        </button>
      </div>
    </details>
  )
}

function readTask(tree: string, sequences: string, part: number): NearestRelative | Problem {
  const read = parseTree(tree)
  if (isProblem(read)) return read
  if (sequences.trim() === '') return ownTask(read, undefined)
  const names = tokenNames({ parents: read.parents, ...(read.names && { names: read.names }) })
  const given = parseSequences(sequences, names, part)
  return isProblem(given) ? given : ownTask(read, given)
}

function summary({ parents, sequences }: NearestRelative, { space, inner }: Omit<HeadPlan, 'task'>): string {
  const numbers = 2 * parents.length * inner * (space === 'line' ? 1 : 2)
  const count =
    'seed' in sequences ? sequences : { train: sequences.train.length, heldOut: sequences.heldOut.length }
  const drawn = 'seed' in sequences ? ' drawn' : ''
  return `${parents.length} tokens, ${numbers} numbers in the tables; ${count.train} sequences${drawn} to train on, ${count.heldOut} held out.`
}
