import { useState } from 'react'
import { identityElement } from '../document/element'
import { fit } from '../document/fit'
import { binaryTask, startedHead } from '../document/head'
import { openModel } from '../store/training'
import { store } from '../store/store'
import { Segmented } from '../ui/Segmented'

const trees = [7, 15, 31] as const
const points = [
  { value: '1', label: '1 point a token' },
  { value: '2', label: '2 points a token' },
] as const

/** Makes the document an attention head on a tree, with random tables. */
export function NewHead() {
  const [inner, setInner] = useState<'1' | '2'>('1')
  return (
    <div className="new-head">
      <Segmented label="Points a token" options={points} value={inner} onChange={setInner} />
      <div role="group" aria-label="Start a head">
        {trees.map((tree) => (
          <button key={tree} type="button" onClick={() => begin(tree, inner)}>
            {tree} nodes
          </button>
        ))}
      </div>
    </div>
  )
}

const seed = 1

/** One point a token draws the tree with a fixed β; two learn it completely, with a β of their own. */
function begin(tree: (typeof trees)[number], inner: '1' | '2'): void {
  const { document } = store.getState()
  const [rule, beta] = inner === '2' ? (['learned', 2] as const) : (['fixed', 10] as const)
  const plan = { space: 'halfPlane', inner: Number(inner), rule, beta, task: binaryTask(tree) } as const
  const started = startedHead(plan, seed)
  const atRest = { element: identityElement('halfPlane'), reflected: false, word: [], time: 1 }
  openModel(
    fit({ ...document, ...(document.space === 'line' && atRest), ...started, target: 'base' }),
    seed,
    inner === '2' ? 0.01 : tree === 7 ? 0.05 : 0.2,
  )
}
