import { useState } from 'react'
import type { BetaRuleName, NearestRelative, SpaceName } from '../document/document'
import { identityElement } from '../document/element'
import { fit } from '../document/fit'
import { binaryTask, startedHead, usualBeta, type HeadPlan } from '../document/head'
import { checkBeta } from '../document/headJson'
import { innerSizes, usualBall, usualPlan } from '../document/headPlans'
import { maxSeed } from '../document/indicesJson'
import { parseNumber } from '../document/number'
import { problem } from '../document/problem'
import { openModel } from '../store/training'
import { store } from '../store/store'
import { Segmented } from '../ui/Segmented'
import { betaName, betaRules, ruleNames } from './betaWords'
import { FormNumber } from './FormNumber'
import { OwnTree } from './OwnTree'

const trees = [7, 15, 31] as const
const spaces = [
  { value: 'halfPlane', label: 'Half-plane' },
  { value: 'line', label: 'Real line' },
] as const

type Plan = Omit<HeadPlan, 'task'>

/** Makes the document an attention head on a tree, with random tables. Nothing changes before a tree is chosen. */
export function NewHead() {
  const [plan, setPlan] = useState<Plan>(usualPlan('halfPlane'))
  const [isRuleChosen, setRuleChosen] = useState(false)
  const [seed, setSeed] = useState(1)
  const resize = (space: SpaceName, inner?: number) => {
    const usual = usualPlan(space, inner)
    const { rule } = plan
    setPlan(isRuleChosen ? { ...usual, rule, beta: usualBeta(rule, space) } : usual)
  }
  const chooseRule = (rule: BetaRuleName) => {
    setRuleChosen(true)
    setPlan({ ...plan, rule, beta: usualBeta(rule, plan.space) })
  }
  const open = (task: NearestRelative) => begin({ ...plan, task }, seed)
  return (
    <div className="new-head">
      <Segmented
        label="Space of the head"
        options={spaces}
        value={plan.space}
        onChange={(space) => resize(space)}
      />
      <div className="form">
        <label>
          Points a token, h
          <select value={plan.inner} onChange={(event) => resize(plan.space, Number(event.target.value))}>
            {innerSizes.map((inner) => (
              <option key={inner}>{inner}</option>
            ))}
          </select>
        </label>
        <FormNumber
          label="Seed of the tables"
          value={seed}
          parse={parseNumber}
          onCommit={(value) => {
            if (!(Number.isInteger(value) && value >= 0 && value <= maxSeed))
              return problem(`A seed is a whole number, 0 to ${maxSeed}`)
            setSeed(value)
            return undefined
          }}
        />
        <label>
          Rule of β
          <select value={plan.rule} onChange={(event) => chooseRule(event.target.value as BetaRuleName)}>
            {betaRules.map((rule) => (
              <option key={rule} value={rule}>
                {ruleNames[rule]}
              </option>
            ))}
          </select>
        </label>
        <FormNumber
          key={plan.rule}
          label={`${betaName(plan.rule)} to begin with`}
          value={plan.beta}
          parse={parseNumber}
          onCommit={(beta) => {
            const refused = checkBeta(beta, plan.rule)
            if (!refused) setPlan({ ...plan, beta })
            return refused
          }}
        />
      </div>
      <div role="group" aria-label="Start a head" className="row">
        {trees.map((tree) => (
          <button key={tree} type="button" onClick={() => open(binaryTask(tree))}>
            {tree} nodes
          </button>
        ))}
      </div>
      <OwnTree plan={plan} onOpen={open} />
    </div>
  )
}

function begin(plan: HeadPlan, seed: number): void {
  const { document } = store.getState()
  const started = startedHead(plan, seed)
  const { space } = started
  const atRest = { element: identityElement(space), reflected: false, word: [], time: 1 }
  openModel(
    fit({ ...document, ...(document.space !== space && atRest), ...started, target: 'base' }),
    seed,
    usualBall(plan, plan.task.parents.length),
  )
}
