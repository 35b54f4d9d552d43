import { isModel } from '../document/modelLoss'
import { useApp } from '../store/store'
import { LevelCurves } from '../ui/LevelCurves'
import { LiveStatus } from '../ui/LiveText'
import { FreeEntryChoice } from './FreeEntryChoice'
import { HeadLoss } from './HeadLoss'
import { isGesture, live } from './live'
import { lossWords, modelAfter, modelBefore, pictureAfter, pictureBefore } from './lossPicture'
import { Section } from './Section'
import { TargetChoice } from './TargetChoice'

/**
 * The loss over one free entry, of the base and of the moved model, in the same window: mean (C - C*)², or the
 * training loss of a model.
 */
export function LossPanel() {
  const isHead = useApp(({ document }) => isModel(document))
  return (
    <Section title="Loss surface" tab="loss" aside={<FreeEntryChoice />}>
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
      <dl className="readings">
        <dt>Loss at the model</dt>
        <dd>
          <LiveStatus label="Loss at the model" source={live} of={lossWords} hush={isGesture} />
        </dd>
      </dl>
      {isHead ? <HeadLoss /> : <TargetChoice />}
    </Section>
  )
}
