import { maxFileSize } from '../document/document'
import type { Tensor } from '../document/tensor'
import type { Chosen } from '../document/tensorChoice'
import { batchesOf, headsOf, layoutName, layoutsOf, rowsOf, type Part } from '../document/tensorLayout'
import { shownName } from '../document/tensorNames'
import { WholeField } from './WholeField'

interface Props {
  side: 'q' | 'k'
  tensors: readonly Tensor[]
  /** Indices of those that are offered. */
  offered: readonly number[]
  chosen: Chosen
  onChange: (change: { side: 'q' | 'k'; tensor?: number; part?: Partial<Part> }) => void
}

const most = 500

/** Which tensor is Q or K, which of its heads and which rows. */
export function TensorSide({ side, tensors, offered, chosen, onChange }: Props) {
  const name = side.toUpperCase()
  const tensor = tensors[chosen[side]]!
  const part = side === 'q' ? chosen.qPart : chosen.kPart
  const { layout } = part
  const layouts = layoutsOf(tensor.shape)
  const listed = [...new Set([chosen[side], ...offered.slice(0, most)])].sort((p, q) => p - q)
  const heads = headsOf(tensor, part)
  const all = rowsOf(tensor, layout)
  const number = (text: string, value: number, max: number, change: (value: number) => Partial<Part>) => (
    <WholeField
      label={`${name}: ${text}`}
      text={`${text[0]!.toUpperCase()}${text.slice(1)}`}
      value={value}
      min={1}
      max={max}
      onChange={(next) => onChange({ side, part: change(next) })}
    />
  )
  return (
    <fieldset className="side">
      <legend>{name}</legend>
      <select
        aria-label={`${name}: tensor`}
        value={chosen[side]}
        onChange={(event) => onChange({ side, tensor: Number(event.target.value) })}
      >
        {listed.map((n) => (
          <option key={n} value={n}>
            {tensorLine(tensors[n]!)}
          </option>
        ))}
      </select>
      {layouts.length > 1 && (
        <select
          aria-label={`${name}: axes`}
          value={layout.join()}
          onChange={(event) =>
            onChange({ side, part: { layout: layouts.find((one) => one.join() === event.target.value)! } })
          }
        >
          {layouts.map((one) => (
            <option key={one.join()} value={one.join()}>
              {layoutName(tensor.shape, one)}
            </option>
          ))}
        </select>
      )}
      <div className="wholes">
        {batchesOf(tensor, layout) > 1 &&
          number('batch', part.batch + 1, batchesOf(tensor, layout), (batch) => ({ batch: batch - 1 }))}
        {!layout.includes('head') && number('heads', part.heads, 4096, (count) => ({ heads: count }))}
        {heads > 1 && number('head', part.head + 1, heads, (head) => ({ head: head - 1 }))}
        {number('first row', part.firstRow + 1, all, (row) => ({ firstRow: row - 1 }))}
        {number('rows', part.rows, Math.min(maxFileSize, all - part.firstRow), (rows) => ({ rows }))}
      </div>
    </fieldset>
  )
}

/** "attn.q · F32 · 64 × 128". */
export const tensorLine = ({ name, dtype, shape }: Tensor): string =>
  `${shownName(name)} · ${dtype} · ${shape.slice(0, 8).join(' × ')}`
