import { formatNumber, parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

/** Which experiments there are and what can be set of them: what a link holds. `experiments/` says what they do. */

export interface NumberInput {
  readonly kind: 'number'
  readonly name: string
  readonly label: string
  readonly initial: number
  readonly least: number
  readonly most: number
  readonly isWhole: boolean
}

export interface ChoiceInput {
  readonly kind: 'choice'
  readonly name: string
  readonly label: string
  readonly initial: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export type ExperimentInput = NumberInput | ChoiceInput

export interface ExperimentPlan {
  /** In links; never changed. */
  readonly name: string
  readonly title: string
  readonly inputs: readonly ExperimentInput[]
}

/** An experiment that is open, with what was set of it; what is not named is as at the start. */
export interface ChosenExperiment {
  readonly name: string
  readonly inputs: Readonly<Record<string, number | string>>
}

export const whole = (
  name: string,
  label: string,
  initial: number,
  least: number,
  most: number,
): NumberInput => ({ kind: 'number', name, label, initial, least, most, isWhole: true })

export const real = (
  name: string,
  label: string,
  initial: number,
  least: number,
  most: number,
): NumberInput => ({ kind: 'number', name, label, initial, least, most, isWhole: false })

export const choice = (name: string, label: string, options: ChoiceInput['options']): ChoiceInput => ({
  kind: 'choice',
  name,
  label,
  initial: options[0]!.value,
  options,
})

/** Every input of an experiment: what was set, and the start of what was not. */
export function inputsOf(
  { inputs }: ExperimentPlan,
  chosen: ChosenExperiment['inputs'],
): Record<string, number | string> {
  return Object.fromEntries(inputs.map(({ name, initial }) => [name, chosen[name] ?? initial]))
}

/** Why a value is none for this input; undefined if it is one. */
export function checkInput(input: ExperimentInput, value: number | string): Problem | undefined {
  if (input.kind === 'choice') {
    if (input.options.some((option) => option.value === value)) return undefined
    return problem(`${input.name} is one of ${input.options.map((option) => option.value).join(', ')}`)
  }
  const { name, least, most, isWhole } = input
  const isInside = typeof value === 'number' && value >= least && value <= most
  if (isInside && (!isWhole || Number.isInteger(value))) return undefined
  return problem(`${name} must be ${isWhole ? 'a whole number' : 'a number'}, ${least} to ${most}`)
}

/** The choice with another value of one input; what is as at the start is left out. */
export function withInput(
  { name, inputs }: ChosenExperiment,
  input: ExperimentInput,
  value: number | string,
): ChosenExperiment {
  const rest = Object.entries(inputs).filter(([key]) => key !== input.name)
  const set = value === input.initial ? rest : [...rest, [input.name, value] as const]
  return { name, inputs: Object.fromEntries(set) }
}

/** "barriers,side=2,turn=0.5": inputs in the order of the plan. */
export function experimentText(chosen: ChosenExperiment | null, plans: readonly ExperimentPlan[]): string {
  if (chosen === null) return 'none'
  const plan = plans.find(({ name }) => name === chosen.name)
  const set = (plan?.inputs ?? []).flatMap(({ name, initial }) => {
    const value = chosen.inputs[name]
    if (value === undefined || value === initial) return []
    return [`${name}=${typeof value === 'number' ? formatNumber(value) : value}`]
  })
  return [chosen.name, ...set].join(',')
}

export function readExperimentText(
  text: string,
  plans: readonly ExperimentPlan[],
): ChosenExperiment | null | Problem {
  if (text === 'none') return null
  const [name, ...parts] = text.split(',')
  const plan = plans.find((one) => one.name === name)
  if (plan === undefined) return problem(`there is no experiment called ${quoted(name!)}`)
  let chosen: ChosenExperiment = { name: plan.name, inputs: {} }
  for (const part of parts) {
    const cut = part.indexOf('=')
    const input = plan.inputs.find((one) => one.name === part.slice(0, cut))
    if (cut < 0 || input === undefined) return problem(`${plan.name} has no input ${quoted(part)}`)
    const written = part.slice(cut + 1)
    const value = input.kind === 'choice' ? written : parseNumber(written)
    if (isProblem(value)) return problem(`${input.name}: ${value.problem}`)
    const refused = checkInput(input, value)
    if (refused) return refused
    chosen = withInput(chosen, input, value)
  }
  return chosen
}
