import { modelTitles } from '../document/modelNames'
import { modelNames, type ModelName } from '../document/view'
import { store, useApp } from '../store/store'
import { turnBy } from './drags'

/** Which models of the plane are shown: one, or two beside each other. */
export function ModelChoice() {
  const model = useApp((state) => state.view.model)
  const beside = useApp((state) => state.view.beside)
  const isBowl = model === 'hyperboloid' || beside === 'hyperboloid'
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
      {isBowl && <TurnButtons />}
    </div>
  )
}

const step = Math.PI / 12
const ways = [
  { name: 'Turn left', sign: '↺', across: -step, up: 0 },
  { name: 'Turn right', sign: '↻', across: step, up: 0 },
  { name: 'Look from higher', sign: '⤒', across: 0, up: -step / 2 },
  { name: 'Look from lower', sign: '⤓', across: 0, up: step / 2 },
] as const

/** What a pan does to the hyperboloid, as buttons. */
function TurnButtons() {
  return ways.map(({ name, sign, across, up }) => (
    <button
      key={name}
      aria-label={name}
      title={name}
      onClick={() => turnBy(store.getState().view.turn, across, up)}
    >
      {sign}
    </button>
  ))
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
