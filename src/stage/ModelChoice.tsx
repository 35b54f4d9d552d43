import { modelTitles } from '../document/modelNames'
import { modelNames, type ModelName } from '../document/view'
import { store, useApp } from '../store/store'

/** Which models of the plane are shown: one, or two beside each other. */
export function ModelChoice() {
  const model = useApp((state) => state.view.model)
  const beside = useApp((state) => state.view.beside)
  const { look } = store.getState()
  return (
    <div
      className="stage-buttons stage-models"
      role="group"
      aria-label="Models of the plane"
      data-over-canvas=""
    >
      <select
        aria-label="Model"
        value={model}
        onChange={(event) => {
          const next = event.target.value as ModelName
          look(next === beside ? { model: next, beside: model } : { model: next })
        }}
      >
        <Options />
      </select>
      <select
        aria-label="Beside it"
        value={beside}
        onChange={(event) => look({ beside: event.target.value as ModelName | 'none' })}
      >
        <option value="none">+ beside it …</option>
        <Options without={model} />
      </select>
    </div>
  )
}

function Options({ without }: { without?: ModelName }) {
  return modelNames
    .filter((name) => name !== without)
    .map((name) => (
      <option key={name} value={name}>
        {modelTitles[name]}
      </option>
    ))
}
