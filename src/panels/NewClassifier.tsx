import { useState } from 'react'
import { shapeOf } from '../document/classifierOf'
import { dataSets, sourceOf, usualPerClass, type DataSetName } from '../document/classifierPlans'
import { fetched } from '../ui/fetched'
import { beginClassifier, type ClassifierChoice } from './beginClassifier'
import { ClassifierChoices } from './ClassifierChoices'
import './classifier.css'

const OwnDataDialog = fetched(async () => (await import('./OwnDataDialog')).OwnDataDialog)

/** Makes the document a classifier by labelled prototypes. */
export function NewClassifier() {
  const [data, setData] = useState<DataSetName>('spirals')
  const [choice, setChoice] = useState<ClassifierChoice>({ space: 'halfPlane', perClass: 8, rule: 'learned' })
  const [isOpen, setOpen] = useState(false)
  const source = sourceOf(data)
  return (
    <div className="new-classifier" role="group" aria-label="New classifier">
      <label>
        Labelled points
        <select
          value={data}
          onChange={(event) => {
            const next = event.target.value as DataSetName
            setData(next)
            setChoice({ ...choice, perClass: usualPerClass(next, choice.space) })
          }}
        >
          {dataSets.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <ClassifierChoices
        choice={choice}
        classes={shapeOf(source).classes}
        usual={(space) => usualPerClass(data, space)}
        onChange={setChoice}
      />
      <div className="new-classifier-buttons">
        <button type="button" onClick={() => beginClassifier(data, source, choice)}>
          Make the classifier
        </button>
        <button type="button" onClick={() => setOpen(true)}>
          Own data…
        </button>
      </div>
      {isOpen && <OwnDataDialog onClose={() => setOpen(false)} />}
    </div>
  )
}
