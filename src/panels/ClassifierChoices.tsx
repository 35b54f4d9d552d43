import { maxFileSize, type PrototypeClassifier, type SpaceName } from '../document/document'
import { usualClassifierBeta } from '../document/classifierPlans'
import { Segmented } from '../ui/Segmented'
import { Stepper } from '../ui/Stepper'
import type { ClassifierChoice } from './beginClassifier'

const spaces = [
  { value: 'halfPlane', label: 'Half-plane' },
  { value: 'line', label: 'Real line' },
] as const

const rules = [
  { value: 'learned', label: 'β learned' },
  { value: 'fixed', label: `β = ${usualClassifierBeta}, fixed` },
] as const

interface Props {
  choice: ClassifierChoice
  classes: number
  /** Prototypes a class that are usual there. */
  usual: (space: SpaceName) => number
  onChange: (choice: ClassifierChoice) => void
}

/** Where the inputs of a classifier lie, and what it is made of. */
export function ClassifierChoices({ choice, classes, usual, onChange }: Props) {
  return (
    <>
      <Segmented
        label="Space of the inputs"
        options={spaces}
        value={choice.space}
        onChange={(space) => onChange({ ...choice, space, perClass: usual(space) })}
      />
      <Segmented
        label="β of the classifier"
        options={rules}
        value={choice.rule}
        onChange={(rule: PrototypeClassifier['rule']) => onChange({ ...choice, rule })}
      />
      <Stepper
        label="Prototypes a class"
        value={choice.perClass}
        min={1}
        max={Math.floor(maxFileSize / classes)}
        onStep={(by) => {
          const perClass = choice.perClass + by
          if (perClass >= 1 && perClass * classes <= maxFileSize) onChange({ ...choice, perClass })
        }}
      />
    </>
  )
}
