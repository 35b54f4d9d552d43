import { useId, useState } from 'react'
import {
  checkInput,
  inputsOf,
  type ChosenExperiment,
  type ExperimentInput,
  type ExperimentPlan,
} from '../document/experiments'
import { formatNumber, parseNumber } from '../document/number'
import { isProblem } from '../document/problem'

interface Props {
  plan: ExperimentPlan
  chosen: ChosenExperiment
  onChange: (input: ExperimentInput, value: number | string) => void
}

/** What can be set of an experiment; a change runs it anew. */
export function ExperimentInputs({ plan, chosen, onChange }: Props) {
  const values = inputsOf(plan, chosen.inputs)
  return (
    <div className="inputs" role="group" aria-label="Inputs">
      {plan.inputs.map((input) => {
        const value = values[input.name]!
        return input.kind === 'choice' ? (
          <label key={input.name}>
            {input.label}
            <select value={value} onChange={(event) => onChange(input, event.target.value)}>
              {input.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <NumberInput
            key={`${input.name} ${value}`}
            input={input}
            value={value as number}
            onChange={onChange}
          />
        )
      })}
    </div>
  )
}

interface NumberProps {
  input: ExperimentInput
  value: number
  onChange: Props['onChange']
}

function NumberInput({ input, value, onChange }: NumberProps) {
  const [refused, setRefused] = useState<string>()
  const id = useId()
  const commit = (text: string) => {
    const read = parseNumber(text)
    const reason = isProblem(read) ? read : checkInput(input, read)
    setRefused(reason?.problem)
    if (!reason && read !== value) onChange(input, read as number)
  }
  return (
    <label>
      {input.label}
      <span className="field">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          defaultValue={formatNumber(value)}
          aria-invalid={refused !== undefined}
          aria-describedby={refused === undefined ? undefined : id}
          onBlur={(event) => commit(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(event.currentTarget.value)
          }}
        />
        {refused !== undefined && (
          <span id={id} role="alert" className="problem">
            {refused}
          </span>
        )}
      </span>
    </label>
  )
}
