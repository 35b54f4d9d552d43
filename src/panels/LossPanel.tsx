import { isModel } from '../document/modelLoss'
import type { Projection } from '../document/view'
import { store, useApp } from '../store/store'
import { LevelCurves } from '../ui/LevelCurves'
import { LiveStatus } from '../ui/LiveText'
import { fetched } from '../ui/fetched'
import { FreeEntryChoice } from './FreeEntryChoice'
import { HeadLoss } from './HeadLoss'
import { live } from './live'
import { lossWords, modelAfter, modelBefore, pictureAfter, pictureBefore } from './lossPicture'
import { Section } from './Section'
import { TargetChoice } from './TargetChoice'

const PlanePictures = fetched(async () => (await import('./PlanePictures')).PlanePictures)

/**
 * The loss over one free entry, of the base and of the moved model, in the same window: mean (C - C*)², or the
 * training loss of a model. Or over another plane through the model.
 */
export function LossPanel() {
  const isTrained = useApp(({ document }) => isModel(document))
  const projection = useApp(({ view }) => view.projection)
  return (
    <Section
      name="loss"
      title="Loss surface"
      tab="loss"
      aside={projection.kind === 'entry' ? <FreeEntryChoice /> : undefined}
    >
      <ProjectionChoice kind={projection.kind} />
      {projection.kind === 'entry' ? (
        <div className="pictures">
          <LevelCurves
            label="Loss surface before"
            caption="before"
            source={live}
            picture={pictureBefore}
            describe={modelBefore}
          />
          <LevelCurves
            label="Loss surface after"
            caption="after"
            source={live}
            picture={pictureAfter}
            describe={modelAfter}
          />
        </div>
      ) : (
        <PlanePictures projection={projection} />
      )}
      <dl className="readings">
        <dt>Loss at the model</dt>
        <dd>
          <LiveStatus label="Loss at the model" source={live} of={lossWords} />
        </dd>
      </dl>
      {isTrained ? <HeadLoss /> : <TargetChoice />}
    </Section>
  )
}

const projections: Readonly<Record<Projection['kind'], { label: string; start: Projection }>> = {
  entry: { label: 'One entry is free', start: { kind: 'entry' } },
  sliders: { label: 'Two sliders of g', start: { kind: 'sliders' } },
  random: { label: 'Two random directions', start: { kind: 'random', frame: 'intrinsic', seed: 1 } },
}

function ProjectionChoice({ kind }: { kind: Projection['kind'] }) {
  return (
    <label className="choice">
      Seen as{' '}
      <select
        value={kind}
        onChange={(event) =>
          store.getState().look({ projection: projections[event.target.value as Projection['kind']].start })
        }
      >
        {Object.entries(projections).map(([name, { label }]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
