import { useMemo, useState } from 'react'
import { alignTo, withAligned, type Aligned, type AlignedTo } from '../document/alignTo'
import { isProblem } from '../document/problem'
import { store, useApp } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { isometryWords, largestWords } from './alignWords'
import { figure } from './figures'
import type { OtherModel } from './otherModel'
import { ResidualTables } from './ResidualTables'

const scopes = [
  { value: 'all', label: 'One for all' },
  { value: 'each', label: 'One per inner index' },
] as const

/** More isometries than this are not written out. */
const mostWritten = 8

/** The best isometries from the base entries to those of the other model, and what they leave. */
export function AlignResult({ other, onClose }: { other: OtherModel; onClose: () => void }) {
  const a = useApp((state) => state.document.a)
  const b = useApp((state) => state.document.b)
  const space = useApp((state) => state.document.space)
  const isOneSided = useApp((state) => state.document.move !== 'both')
  const [scope, setScope] = useState<'all' | 'each'>('all')
  const found = useMemo(() => alignTo({ space, a, b }, other, scope), [space, a, b, other, scope])

  const use = (aligned: Aligned) => {
    const { document, edit, set } = store.getState()
    edit(withAligned(document, aligned))
    if (aligned.isometries.length === 1) set({ column: 0 })
    onClose()
  }

  return (
    <section className="aligned" aria-label="Best isometry">
      {b.length > 1 && <Segmented label="Isometries" options={scopes} value={scope} onChange={setScope} />}
      {isProblem(found) ? (
        <p className="problem" role="alert">
          {found.problem}. g stays as it is.
        </p>
      ) : (
        <>
          <Kinds found={found} objective={space === 'line' ? 'Σ d²' : 'Σ (2 cosh d − 2)'} />
          <Isometries best={found.best} />
          <ResidualTables
            residuals={found.best.residuals}
            rows={a.length}
            inner={b.length}
            columns={b[0]!.length}
          />
          <div className="offer">
            <p className="hint">
              From the base entries{isOneSided && '; it will act on A and B'}. Undo takes it back.
            </p>
            <button type="button" className="primary" onClick={() => use(found.best)}>
              {found.best.isometries.length === 1 ? 'Use this isometry' : 'Use these isometries'}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

/** Those that keep the orientation beside those that reverse it; where each index has its own, the best of each too. */
function Kinds({ found, objective }: { found: AlignedTo; objective: string }) {
  const { direct, reversed, best } = found
  const count = best.isometries.filter(({ reflected }) => reflected).length
  const isMixed = count > 0 && count < best.isometries.length
  const kinds = [
    { of: direct, name: 'keeps orientation', isBest: count === 0 },
    { of: reversed, name: 'reverses it', isBest: !isMixed && count > 0 },
    ...(isMixed
      ? [{ of: best, name: `${count} of ${best.isometries.length} reverse it`, isBest: true }]
      : []),
  ]
  const rows: readonly { name: string; of: (aligned: Aligned) => string }[] = [
    { name: objective, of: (aligned) => figure(aligned.objective) },
    { name: 'largest distance left', of: largestWords },
    { name: 'root mean square', of: (aligned) => figure(aligned.rootMeanSquare) },
  ]
  return (
    <table className="kinds" aria-label="Alignment">
      <thead>
        <tr>
          <td />
          {kinds.map(({ name, isBest }) => (
            <th key={name} scope="col" data-best={isBest}>
              {name}
              {isBest && ' (best)'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {kinds.map(({ of, name, isBest }) => (
              <td key={name} data-best={isBest}>
                {row.of(of)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Isometries({ best: { isometries } }: { best: Aligned }) {
  const [only] = isometries
  if (isometries.length > mostWritten) return null
  if (isometries.length === 1) {
    return (
      <p>
        The best one: <output aria-label="Best isometry">{isometryWords(only!)}</output>
      </p>
    )
  }
  return (
    <ol aria-label="Best isometries">
      {isometries.map((isometry, i) => (
        <li key={i}>{isometryWords(isometry)}</li>
      ))}
    </ol>
  )
}
