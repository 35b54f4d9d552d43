import { useEffect, useState } from 'react'
import type { Point } from '../document/document'
import { elementMatrix } from '../document/element'
import { formatNumber, formatPoint, parsePoint } from '../document/number'
import {
  elementOfPairs,
  imageOfEnd,
  parseEnd,
  withImages,
  withPair,
  type PointPairs,
  type ThreePairs,
  type TwoPairs,
} from '../document/pointPairs'
import { isProblem } from '../document/problem'
import { crossRatio } from '../math/pointsToPoints'
import { dist } from '../math/upperHalfPlane'
import { store, useApp, type AppState } from '../store/store'
import { LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { Segmented } from '../ui/Segmented'
import { setElement } from './editElement'
import { heldElement } from './elementWords'
import { brief } from './figures'
import { live } from './live'
import { Section } from './Section'
import './points.css'

type Kind = PointPairs['kind']

/** What was in the fields when the panel was last open. */
const remembered: { three: ThreePairs; two: TwoPairs } = {
  three: { kind: 'three', from: [-1, 0, 1], to: [-1, 0, 1], fourth: 2 },
  two: {
    kind: 'two',
    from: [
      [-1, 1],
      [1, 1],
    ],
    to: [
      [-1, 1],
      [1, 1],
    ],
  },
}

/** g by what it does to points: three of the boundary to three others, or two to two at the same distance. */
export function PointsToPoints() {
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  if (!isHalfPlane) return null
  return (
    <Section name="points" title="Points to points" tab="element" folds="closed">
      <Pairs />
    </Section>
  )
}

const kinds = [
  { value: 'three', label: 'Three on the boundary' },
  { value: 'two', label: 'Two inside' },
] as const

const show = (pointPairs: PointPairs | undefined) => store.getState().set({ pointPairs })
const held = (state: AppState) => elementMatrix(heldElement(state))

/** While it is open its points are on the stage. */
function Pairs() {
  const [kind, setKind] = useState<Kind>('three')
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    const stop = store.subscribe(({ pointPairs }, before) => {
      if (pointPairs === before.pointPairs) return
      if (pointPairs?.kind === 'three') remembered.three = pointPairs
      if (pointPairs?.kind === 'two') remembered.two = pointPairs
      setProblem(undefined)
    })
    show(withImages(remembered[kind], held(store.getState())))
    return () => {
      stop()
      show(undefined)
    }
  }, [kind])

  const apply = () => {
    const g = elementOfPairs(remembered[kind])
    const refused = isProblem(g) ? g : setElement(g)
    setProblem(refused && `g stays as it was: ${refused.problem}.`)
  }
  return (
    <>
      <Segmented label="Points" options={kinds} value={kind} onChange={setKind} />
      <div className="pairs" role="group" aria-label="Points and their images">
        {[...Array(kind === 'three' ? 3 : 2).keys()].map((n) => (
          <div key={`${kind}${n}`} className="pair">
            <span>{n + 1}</span>
            {kind === 'three' ? <EndField side="from" n={n} /> : <PointField side="from" n={n} />}
            <span>↦</span>
            {kind === 'three' ? <EndField side="to" n={n} /> : <PointField side="to" n={n} />}
          </div>
        ))}
        {kind === 'three' && <Fourth />}
      </div>
      <LiveText source={live} of={kind === 'three' ? ratioWords : distanceWords} className="hint pairs-say" />
      <LiveText source={live} of={pendingWords} className="hint" />
      <div className="pairs-do">
        <button type="button" onClick={apply}>
          Apply
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => show(withImages(remembered[kind], held(store.getState())))}
        >
          Use the current images
        </button>
      </div>
      {problem !== undefined && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
    </>
  )
}

interface FieldProps {
  side: 'from' | 'to'
  n: number
}

const labelOf = ({ side, n }: FieldProps) => (side === 'from' ? `Point ${n + 1}` : `Image of point ${n + 1}`)
const endText = (end: number, text: (x: number) => string) => (Number.isFinite(end) ? text(end) : '∞')

const three = ({ pointPairs }: AppState) => (pointPairs?.kind === 'three' ? pointPairs : remembered.three)
const two = ({ pointPairs }: AppState) => (pointPairs?.kind === 'two' ? pointPairs : remembered.two)

function EndField(props: FieldProps) {
  const { side, n } = props
  const of = (state: AppState) => three(state)[side][n]!
  return (
    <NumberField
      label={labelOf(props)}
      inputMode="text"
      source={live}
      short={(state) => endText(of(state), brief)}
      exact={(state) => endText(of(state), formatNumber)}
      parse={parseEnd}
      onCommit={(value) => {
        show(withPair(remembered.three, side, n, value))
        return undefined
      }}
    />
  )
}

function PointField(props: FieldProps) {
  const { side, n } = props
  const of = (state: AppState): Point => two(state)[side][n]!
  return (
    <NumberField
      label={labelOf(props)}
      inputMode="text"
      source={live}
      short={(state) => briefPoint(of(state))}
      exact={(state) => formatPoint(of(state))}
      parse={parsePoint}
      onCommit={(value) => {
        show(withPair(remembered.two, side, n, value))
        return undefined
      }}
    />
  )
}

const briefPoint = ([x, y]: Point) => formatPoint([Number(x.toPrecision(3)), Number(y.toPrecision(3))])
const imageWords = (state: AppState) => endText(imageOfEnd(held(state), three(state).fourth), brief)

/** Images may have been typed, or g may have gone elsewhere since, by undo too. */
function pendingWords(state: AppState): string {
  const { pointPairs } = state
  if (!pointPairs) return ''
  const now = withImages(pointPairs, held(state)).to.flat()
  const isThere = pointPairs.to.flat().every((x, n) => {
    const y = now[n]!
    return Object.is(x, y) || Math.abs(x - y) <= 1e-6 * (1 + Math.abs(x))
  })
  return isThere ? '' : 'These are not the images under g: apply them, or use the current ones.'
}

/** A point that g takes somewhere, and nothing was said of where. */
function Fourth() {
  return (
    <div className="pair">
      <span>
        <i>p</i>
      </span>
      <NumberField
        label="Fourth point p"
        inputMode="text"
        source={live}
        short={(state) => endText(three(state).fourth, brief)}
        exact={(state) => endText(three(state).fourth, formatNumber)}
        parse={parseEnd}
        onCommit={(fourth) => {
          show({ ...remembered.three, fourth })
          return undefined
        }}
      />
      <span>↦</span>
      <LiveText source={live} of={imageWords} className="pairs-image" />
    </div>
  )
}

/** (p, 1; 2, 3) before and after: where p goes follows from where the three go. */
function ratioWords(state: AppState): string {
  const { from, fourth } = three(state)
  const g = held(state)
  const [a, b, c] = from
  try {
    const before = crossRatio(fourth, a, b, c)
    const after = crossRatio(
      ...([fourth, a, b, c].map((end) => imageOfEnd(g, end)) as [number, number, number, number]),
    )
    return `Cross-ratio (p, 1; 2, 3): before ${endText(before, brief)}, after ${endText(after, brief)}`
  } catch (error) {
    if (error instanceof RangeError) return 'Cross-ratio: three of the points are the same'
    throw error
  }
}

function distanceWords(state: AppState): string {
  const { from, to } = two(state)
  const [before, after] = [dist(...from[0], ...from[1]), dist(...to[0], ...to[1])]
  return `Distances ${brief(before)} and ${brief(after)}, difference ${brief(after - before)}`
}
