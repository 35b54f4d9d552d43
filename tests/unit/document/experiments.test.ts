import { describe, expect, it } from 'vitest'
import { experimentPlans } from '../../../src/document/experimentPlans'
import {
  checkInput,
  choice,
  experimentText,
  inputsOf,
  readExperimentText,
  real,
  whole,
  withInput,
  type ExperimentPlan,
} from '../../../src/document/experiments'
import { experiments } from '../../../src/experiments/all'
import { claims } from '../../../src/panels/claims'
import { experimentTexts } from '../../../src/panels/experimentTexts'

const plan: ExperimentPlan = {
  name: 'one',
  title: 'One',
  inputs: [
    real('size', 'Size', 1.5, 0, 4),
    whole('count', 'Count', 3, 1, 9),
    choice('way', 'Way', [
      { value: 'up', label: 'Up' },
      { value: 'down', label: 'Down' },
    ]),
  ],
}

describe('an experiment in a link', () => {
  it('has what differs from the start, in the order of the plan', () => {
    let chosen = { name: 'one', inputs: {} }
    expect(experimentText(chosen, [plan])).toBe('one')
    for (const [input, value] of [
      [plan.inputs[2]!, 'down'],
      [plan.inputs[0]!, 0.1],
    ] as const)
      chosen = withInput(chosen, input, value)
    expect(experimentText(chosen, [plan])).toBe('one,size=0.1,way=down')
    expect(readExperimentText('one,size=1/10,way=down', [plan])).toEqual(chosen)
    expect(inputsOf(plan, chosen.inputs)).toEqual({ size: 0.1, count: 3, way: 'down' })
    expect(withInput(chosen, plan.inputs[0]!, 1.5).inputs).toEqual({ way: 'down' })
    expect(experimentText(null, [plan])).toBe('none')
    expect(readExperimentText('none', [plan])).toBeNull()
  })
  it.each([
    ['two', 'there is no experiment called "two"'],
    ['one,size', 'one has no input "size"'],
    ['one,weight=2', 'one has no input "weight=2"'],
    ['one,size=5', 'size must be a number, 0 to 4'],
    ['one,count=2.5', 'count must be a whole number, 1 to 9'],
    ['one,way=left', 'way is one of up, down'],
    ['one,size=NaN', 'size: '],
  ])('refuses %s', (text, reason) => {
    const read = readExperimentText(text, [plan])
    expect(read !== null && 'problem' in read && read.problem.startsWith(reason)).toBe(true)
  })
})

describe('the experiments of the page', () => {
  it('have code and words each, and every claim is tested by one of them', () => {
    const names = experimentPlans.map(({ name }) => name)
    expect(Object.keys(experiments).sort()).toEqual([...names].sort())
    expect(Object.keys(experimentTexts).sort()).toEqual([...names].sort())
    const tested = claims.flatMap((claim) => claim.tested)
    expect(tested.filter((name) => !names.includes(name))).toEqual([])
    expect(names.filter((name) => !tested.includes(name))).toEqual([])
    for (const { tested: by } of claims) expect(by.length).toBeGreaterThan(0)
  })
  it.each(experimentPlans.map((one) => [one.name, one] as const))(
    '%s: its start is one of its inputs',
    (_, of) => {
      for (const input of of.inputs) expect(checkInput(input, input.initial)).toBeUndefined()
      expect(new Set(of.inputs.map(({ name }) => name)).size).toBe(of.inputs.length)
      const { choices, answer } = experimentTexts[of.name]!
      expect(choices[answer]).toBeDefined()
    },
  )
})
