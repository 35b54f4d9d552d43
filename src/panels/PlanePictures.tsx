import { useEffect } from 'react'
import { formatNumber, parseNumber } from '../document/number'
import { sliderRange } from '../document/planes'
import type { Projection } from '../document/view'
import { followPlanes, planes, slide, type PlaneState } from '../store/planes'
import { store } from '../store/store'
import { LevelCurves } from '../ui/LevelCurves'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { Segmented } from '../ui/Segmented'
import { Slider } from '../ui/Slider'
import { brief } from './figures'
import { differenceWords, livePlanes, planeAfter, planeBefore, sliderWords, staleWords } from './planePicture'
import './planes.css'

/** The loss over two sliders of g, or over two random directions, in place of the slice over one entry. */
export function PlanePictures({ projection }: { projection: Exclude<Projection, { kind: 'entry' }> }) {
  useEffect(() => followPlanes(), [])
  return projection.kind === 'sliders' ? <Sliders /> : <Random projection={projection} />
}

const noGesture = { begin: () => {}, end: () => {}, cancel: () => {} }
const isStale = (state: PlaneState) => state.isStale
const sOf = ({ s }: PlaneState) => s
const tOf = ({ t }: PlaneState) => t
const set = (which: 's' | 't') => (value: number) => {
  if (!(Math.abs(value) <= 10)) return { problem: 'the sliders go from −10 to 10' }
  slide(which, value)
  return undefined
}

function Sliders() {
  return (
    <>
      <div className="plane-wide">
        <LevelCurves
          label="Loss over two sliders"
          caption="across s, up t: L(gˢA, gᵗB)"
          source={livePlanes}
          picture={planeBefore}
          describe={staleWords}
        />
      </div>
      {(['s', 't'] as const).map((which) => (
        <Slider
          key={which}
          label={which === 's' ? 'Slider s of A' : 'Slider t of B'}
          hint={which === 's' ? 'A ↦ gˢA' : 'B ↦ gᵗB'}
          min={sliderRange[0]}
          max={sliderRange[1]}
          source={livePlanes}
          of={which === 's' ? sOf : tOf}
          onChange={set(which)}
          gesture={noGesture}
          short={brief}
          exact={formatNumber}
          parse={parseNumber}
        >
          Slider <i>{which}</i> of {which === 's' ? 'A' : 'B'}
        </Slider>
      ))}
      <label className="check">
        <input
          type="checkbox"
          defaultChecked={planes.getState().linked}
          onChange={(event) => planes.setState({ linked: event.target.checked })}
        />
        Linked: run along the valley; unlinked they climb out of it
      </label>
      <dl className="readings">
        <dt>At the sliders</dt>
        <dd>
          <LiveStatus label="Loss at the sliders" source={livePlanes} of={sliderWords} hush={isStale} />
        </dd>
      </dl>
      <p className="hint">
        The loss depends on s − t alone, because g moves no distance: a straight valley, whose floor is the
        orbit.
      </p>
    </>
  )
}

const frames = [
  { value: 'intrinsic', label: 'Intrinsic' },
  { value: 'coordinates', label: 'Coordinates' },
] as const

function Random({ projection }: { projection: Extract<Projection, { kind: 'random' }> }) {
  const look = (change: Partial<typeof projection>) =>
    store.getState().look({ projection: { ...projection, ...change } })
  return (
    <>
      <div className="pictures">
        <LevelCurves
          label="Random plane before"
          caption="before"
          source={livePlanes}
          picture={planeBefore}
          describe={staleWords}
        />
        <LevelCurves
          label="Random plane after"
          caption="after"
          source={livePlanes}
          picture={planeAfter}
          describe={staleWords}
        />
      </div>
      <div className="plane-choice">
        <Segmented
          label="Directions"
          options={frames}
          value={projection.frame}
          onChange={(frame) => look({ frame })}
        />
        <button type="button" onClick={() => look({ seed: (projection.seed + 1) % 1_000_000 })}>
          Other directions
        </button>
      </div>
      <dl className="readings">
        <dt>Largest difference of the two</dt>
        <dd>
          <LiveStatus
            label="Difference of the planes"
            source={livePlanes}
            of={differenceWords}
            hush={isStale}
          />
        </dd>
      </dl>
      <p className="hint">
        {projection.frame === 'intrinsic'
          ? 'Two random directions in the frames at the points, carried along by g, as long as the points of a row are far from their mean: the same picture all over the orbit.'
          : 'The same numbers taken as steps in x and log y, as long as the coordinates of a row: another picture for another model of the orbit, though it is the same function.'}{' '}
        <LiveText source={livePlanes} of={staleWords} />
      </p>
    </>
  )
}
