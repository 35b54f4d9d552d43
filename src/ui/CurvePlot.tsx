import { line } from 'd3-shape'
import { isShown, plotScale, type PlotAxis, type PlotSeries } from './plotScale'
import { usePalette } from './usePalette'
import type { Palette } from './palette'

interface Props {
  /** Accessible name, and the title in a file. */
  name: string
  x: PlotAxis
  y: PlotAxis
  series: readonly PlotSeries[]
  /** A unit is as long up as across; the plot is a square. */
  hasEqualUnits?: boolean
  /** CSS pixels */
  width: number
  height: number
  text: number
}

/** Numbers over numbers as vectors; what is on it says its name and its numbers to the pointer and to speech. */
export function CurvePlot({ name, x, y, series, hasEqualUnits = false, width, height: least, text }: Props) {
  const palette = usePalette()
  const points = series.flatMap((one) => one.points)
  const left = 5.4 * text
  // Half of the last number on the axis stands beyond it.
  const edge = width - 1.8 * text
  const legend = legendOf(series, edge - left, text)
  const top = 0.9 * text + legend.height
  // Where names take many rows, on a phone, the plot keeps its room.
  const height = least + Math.max(0, legend.height - 3 * text)
  const side = hasEqualUnits ? Math.min(edge - left, height - 3.4 * text - top) : undefined
  const right = side === undefined ? edge : left + side
  const bottom = side === undefined ? height - 3.4 * text : top + side
  const hasBars = series.some(({ mark }) => mark === 'bars')
  const both = hasEqualUnits ? points.flat() : undefined
  const across = plotScale(
    x,
    both ?? points.map(([value]) => value),
    [left, right],
    Math.max(2, Math.round((right - left) / (6 * text))),
  )
  const up = plotScale(
    y,
    both ?? points.map(([, value]) => value),
    [bottom, top],
    Math.max(2, Math.round((bottom - top) / ((both ? 6 : 2.6) * text))),
    hasBars,
  )
  return (
    <svg
      className="plot"
      role="img"
      aria-label={`${name}: ${series.map((one) => one.name).join(', ')}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={text}
      fontFamily="Inter, system-ui, sans-serif"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title>{name}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <g stroke={palette.line} strokeWidth={1}>
        {up.ticks.map(({ value }) => (
          <line key={value} x1={left} x2={right} y1={up.at(value)} y2={up.at(value)} />
        ))}
        {across.ticks.map(({ value }) => (
          <line
            key={value}
            x1={across.at(value)}
            x2={across.at(value)}
            y1={bottom}
            y2={bottom + 0.3 * text}
          />
        ))}
        <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={palette.muted} />
      </g>
      <g fill={palette.muted}>
        {up.ticks.map(({ value, text: word }) => (
          <text key={value} x={left - 0.5 * text} y={up.at(value)} dy="0.35em" textAnchor="end">
            {word}
          </text>
        ))}
        {across.ticks.map(({ value, text: word }) => (
          <text key={value} x={across.at(value)} y={bottom + 1.4 * text} textAnchor="middle">
            {word}
          </text>
        ))}
        <text x={(left + right) / 2} y={bottom + 2.9 * text} textAnchor="middle" fill={palette.ink}>
          {x.label}
        </text>
        <text
          transform={`translate(${text} ${(top + bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
          fill={palette.ink}
        >
          {y.label}
        </text>
      </g>
      {series.map((one, n) => (
        <Marks
          key={one.name}
          of={one}
          look={lookOf(series, n, palette)}
          place={(px, py) => [across.at(px), up.at(py)]}
          shows={([px, py]) => isShown(px, x) && isShown(py, y)}
          floor={y.scale === 'linear' ? up.at(0) : bottom}
          text={text}
          palette={palette}
        />
      ))}
      {series.map((one, n) => (
        <g key={one.name} fill={lookOf(series, n, palette).colour} fontWeight={600}>
          {one.points.map(([px, py], k) =>
            // Those of two series at the same place stand on different sides of it.
            one.labels?.[k] ? (
              <text
                key={k}
                x={across.at(px) + (n % 2 === 0 ? 0.4 : -0.4) * text}
                y={up.at(py)}
                dy={n % 2 === 0 ? '-0.3em' : '1em'}
                textAnchor={n % 2 === 0 ? 'start' : 'end'}
              >
                {one.labels[k]}
              </text>
            ) : null,
          )}
        </g>
      ))}
      {legend.places.map(({ at, row, name: word }, n) => (
        <g key={word} transform={`translate(${left + at} ${0.9 * text + 1.5 * text * row})`}>
          <Sample of={series[n]!} look={lookOf(series, n, palette)} text={text} palette={palette} />
          <text x={2.4 * text} dy="0.35em" fill={palette.ink}>
            {word}
          </text>
        </g>
      ))}
    </svg>
  )
}

interface Look {
  readonly colour: string
  readonly dash: string | undefined
  readonly shape: number
}

const dashes = [undefined, '7 4', '2 3', '9 3 2 3'] as const

/** References are plain and dashed; the others differ in colour, and in dashes or shapes as well. */
function lookOf(series: readonly PlotSeries[], n: number, palette: Palette): Look {
  if (series[n]!.isReference) return { colour: palette.muted, dash: '4 3', shape: 0 }
  const at = series.slice(0, n).filter((one) => !one.isReference).length
  return {
    colour: palette.columns[at % palette.columns.length]!,
    dash: dashes[at % dashes.length],
    shape: at % 3,
  }
}

interface MarksProps {
  of: PlotSeries
  look: Look
  place: (x: number, y: number) => readonly [number, number]
  shows: (point: readonly [number, number]) => boolean
  floor: number
  text: number
  palette: Palette
}

function Marks({ of, look, place, shows, floor, text, palette }: MarksProps) {
  const words = (px: number, py: number) => `${of.name}: ${py.toPrecision(4)} at ${Number(px.toPrecision(6))}`
  if (of.mark === 'line') {
    const path = line<readonly [number, number]>(
      (p) => place(...p)[0],
      (p) => place(...p)[1],
    ).defined(shows)
    return (
      <path
        d={path(of.points) ?? ''}
        fill="none"
        stroke={look.colour}
        strokeWidth={palette.stroke * (of.isReference ? 1 : 1.4)}
        strokeDasharray={look.dash}
        strokeLinejoin="round"
      />
    )
  }
  const shown = of.points.filter(shows)
  if (of.mark === 'bars') {
    const room = shown.length > 1 ? Math.abs(place(...shown[1]!)[0] - place(...shown[0]!)[0]) : 3 * text
    const wide = Math.max(1, 0.8 * room)
    return (
      <g fill={look.colour} fillOpacity={0.75}>
        {shown.map(([px, py]) => {
          const [X, Y] = place(px, py)
          return (
            <rect key={px} x={X - wide / 2} y={Math.min(Y, floor)} width={wide} height={Math.abs(floor - Y)}>
              <title>{words(px, py)}</title>
            </rect>
          )
        })}
      </g>
    )
  }
  const size = 0.24 * text + palette.stroke
  return (
    <g fill={look.colour} stroke={palette.paper} strokeWidth={0.7}>
      {shown.map(([px, py], n) => {
        const [X, Y] = place(px, py)
        return (
          <path key={n} d={shapePath(look.shape, X, Y, size)}>
            <title>{words(px, py)}</title>
          </path>
        )
      })}
    </g>
  )
}

/** Disc, diamond, square. */
function shapePath(shape: number, x: number, y: number, r: number): string {
  if (shape === 1)
    return `M${x} ${y - 1.25 * r}L${x + 1.25 * r} ${y}L${x} ${y + 1.25 * r}L${x - 1.25 * r} ${y}Z`
  if (shape === 2) return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

function Sample({ of, look, text, palette }: Pick<MarksProps, 'of' | 'look' | 'text' | 'palette'>) {
  if (of.mark === 'line') {
    return (
      <line
        x2={2 * text}
        stroke={look.colour}
        strokeWidth={palette.stroke * 1.4}
        strokeDasharray={look.dash}
      />
    )
  }
  if (of.mark === 'bars') {
    return (
      <rect x={0.5 * text} y={-0.5 * text} width={text} height={text} fill={look.colour} fillOpacity={0.75} />
    )
  }
  return <path d={shapePath(look.shape, text, 0, 0.35 * text)} fill={look.colour} />
}

/** Names in rows above the plot. */
function legendOf(series: readonly PlotSeries[], width: number, text: number) {
  let at = 0
  let row = 0
  const places = series.map(({ name }) => {
    const wide = 2.4 * text + 0.56 * text * name.length + 1.4 * text
    if (at > 0 && at + wide > width) {
      at = 0
      row++
    }
    const place = { at, row, name }
    at += wide
    return place
  })
  return { places, height: 1.5 * text * (row + 1) }
}
