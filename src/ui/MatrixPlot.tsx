import { usePalette } from './usePalette'

interface Props {
  /** Accessible name, and the title in a file. */
  name: string
  rows: readonly string[]
  columns: readonly string[]
  /** (rows, columns); NaN is not known yet */
  values: readonly (readonly number[])[]
  /** What the values are. */
  label: string
  width: number
  /** How high the squares may be together, in CSS pixels. */
  most: number
  text: number
}

/** A number for each pair, as shades of one colour; numbers are written where there is room. */
export function MatrixPlot({ name, rows, columns, values, label, width, most, text }: Props) {
  const palette = usePalette()
  const longest = rows.reduce((most, word) => Math.max(most, word.length), 0)
  const left = 0.62 * text * longest + text
  const top = 2.9 * text
  const cell = Math.min((width - left - 0.5 * text) / columns.length, most / rows.length, 5 * text)
  const height = top + cell * rows.length + 0.5 * text
  const known = values.flat().filter(Number.isFinite)
  const largest = known.reduce((high, value) => Math.max(high, Math.abs(value)), 0) || 1
  const hasRoom = cell > 2.4 * text
  const each = Math.max(1, Math.ceil((2.2 * text) / cell))
  const widest = columns.reduce((most, word) => Math.max(most, word.length), 0)
  const eachColumn = Math.max(each, Math.ceil((0.56 * text * widest + 0.5 * text) / cell))
  return (
    <svg
      className="plot"
      role="img"
      aria-label={`${name}: ${label}, from ${figureOf(Math.min(...known))} to ${figureOf(Math.max(...known))}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={text}
      fontFamily="Inter, system-ui, sans-serif"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title>{name}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <text y={text} fill={palette.muted}>
        {label}
      </text>
      {columns.map((word, l) =>
        l % eachColumn === 0 ? (
          <text
            key={l}
            x={left + cell * (l + 0.5)}
            y={top - 0.5 * text}
            textAnchor="middle"
            fill={palette.muted}
          >
            {word}
          </text>
        ) : null,
      )}
      {values.map((row, k) => (
        <g key={k}>
          {k % each === 0 && (
            <text
              x={left - 0.5 * text}
              y={top + cell * (k + 0.5)}
              dy="0.35em"
              textAnchor="end"
              fill={palette.muted}
            >
              {rows[k]}
            </text>
          )}
          {row.map((value, l) => (
            <g key={l} transform={`translate(${left + cell * l} ${top + cell * k})`}>
              <rect
                width={cell - 1}
                height={cell - 1}
                fill={Number.isFinite(value) ? palette.g : palette.line}
                fillOpacity={
                  Number.isFinite(value) ? 0.06 + 0.64 * Math.min(Math.abs(value) / largest, 1) : 0.5
                }
              >
                <title>{`${rows[k]!}, ${columns[l]!}: ${figureOf(value)}`}</title>
              </rect>
              {hasRoom && Number.isFinite(value) && (
                <text x={cell / 2} y={cell / 2} dy="0.35em" textAnchor="middle" fill={palette.ink}>
                  {figureOf(value)}
                </text>
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

function figureOf(value: number): string {
  if (!Number.isFinite(value)) return 'not known'
  const size = Math.abs(value)
  return size !== 0 && (size < 1e-3 || size >= 1e4)
    ? value.toExponential(1)
    : String(Number(value.toPrecision(2)))
}
