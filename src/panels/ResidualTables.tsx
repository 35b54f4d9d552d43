import { entryName } from '../document/names'
import type { Packed } from '../document/derive'
import { figure } from './figures'

/** A table larger than this says less than its largest entry. */
const mostShown = 8

interface Props {
  /** One number an entry. */
  residuals: Packed
  rows: number
  inner: number
  columns: number
}

/** The distance of every entry from its partner. */
export function ResidualTables({ residuals, rows, inner, columns }: Props) {
  if (Math.max(rows, inner, columns) > mostShown) return null
  return (
    <div className="residuals">
      <Residuals name="a" values={residuals.a} width={inner} />
      <Residuals name="b" values={residuals.b} width={columns} />
    </div>
  )
}

function Residuals({ name, values, width }: { name: 'a' | 'b'; values: Float64Array; width: number }) {
  const label = `Distances left, ${name.toUpperCase()}`
  return (
    <div>
      <h3>
        <i className={`mark-${name}`} /> Distances left, {name.toUpperCase()}
      </h3>
      <table aria-label={label}>
        <tbody>
          {Array.from({ length: values.length / width }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: width }, (__, column) => (
                <td key={column} title={entryName(name, row, column)}>
                  {figure(values[row * width + column]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
