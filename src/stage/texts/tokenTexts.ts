import { remembered } from '../../document/derive'
import type { FactorName, NearestRelative } from '../../document/document'
import { headTask } from '../../document/headOf'
import { tokenNames } from '../../document/tokenNames'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import { project } from '../tiltCamera'
import { markSize } from '../figure/entries'
import type { Placing } from './placing'

const namesOf = remembered((parents: NearestRelative['parents'], names: NearestRelative['names']) =>
  tokenNames({ parents, ...(names && { names }) }),
)

/** A query that is no farther than this from its key, in pixels, shares its name. */
const near = 36

/** The names of the tokens of a head beside their keys, and beside queries that are far from theirs. */
export function nameTokens(labels: Placing, frame: Frame): void {
  const task = headTask(frame.document)
  if (!task) return
  const names = namesOf(task.parents, task.names)
  const { viewport, tilt, moved, derived, document, palette } = frame
  const { inner, columns } = derived.size
  const [k, l] = document.selection
  const { pointed, column } = store.getState()
  const gap = markSize(frame) / 2 + 2
  const named = new Set<string>()
  const seen = (factor: FactorName, token: number, i: number) => {
    const at = 2 * (factor === 'a' ? token * inner + i : i * columns + token)
    return project(viewport, tilt, moved[factor][at]!, moved[factor][at + 1]!)
  }
  const put = (factor: FactorName, token: number, i: number, text = names[token]!) => {
    const [left, top] = seen(factor, token, i)
    const id = `${factor} ${token} ${i}`
    if (named.has(id) || !Number.isFinite(left) || !Number.isFinite(top)) return
    named.add(id)
    labels.put({
      text,
      left,
      top,
      className: factor === 'a' ? 'stage-label stage-label-a' : 'stage-label',
      gap,
    })
  }
  if (pointed) {
    const { factor, row, column: across } = pointed
    const token = factor === 'a' ? row : across
    put(factor, token, factor === 'a' ? across : row, `${factor === 'a' ? 'query' : 'key'} ${names[token]!}`)
  }
  const first = Math.min(column, inner - 1)
  for (const token of [l, k]) put('b', token, first)
  for (let token = 0; token < columns; token++) put('b', token, first)
  for (let token = 0; token < columns; token++) {
    const [[x, y], [u, v]] = [seen('a', token, first), seen('b', token, first)]
    if (Math.abs(x - u) + Math.abs(y - v) > near * palette.weight) put('a', token, first)
  }
}

/** "query of token 12", for whoever cannot see it; empty without a head. */
export function tokenWords({ document }: Frame, factor: FactorName, row: number, column: number): string {
  const task = headTask(document)
  if (!task) return ''
  const isQuery = factor === 'a'
  return `${isQuery ? 'query' : 'key'} of token ${namesOf(task.parents, task.names)[isQuery ? row : column]!}`
}
