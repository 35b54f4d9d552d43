import type { BetaRuleName } from '../document/document'
import { usualBeta } from '../document/head'
import { store, useApp } from '../store/store'
import { BetaSlider } from './BetaSlider'
import { betaName, betaRules, ruleNames, ruleWords } from './betaWords'

/** Where the β of a head comes from, and its number. The tables stay as they are. */
export function RuleOfBeta() {
  const rule = useApp(({ document }) => document.head?.rule ?? 'fixed')
  const hasTask = useApp(({ document }) => (document.head?.task ?? null) !== null)
  return (
    <div className="rule-of-beta">
      <label className="choice">
        Rule of β
        <select value={rule} onChange={(event) => chooseRule(event.target.value as BetaRuleName)}>
          {betaRules.map((one) => (
            <option key={one} value={one}>
              {ruleNames[one]}
            </option>
          ))}
        </select>
      </label>
      <BetaSlider />
      <p className="hint">{hasTask ? ruleWords[rule] : ruleWords[rule].replace(/; training.*$/, '')}</p>
    </div>
  )
}

/** A fixed and a learned β are the same number; another quantity starts from its usual one. */
function chooseRule(rule: BetaRuleName): void {
  const { document, edit } = store.getState()
  const { head } = document
  if (!head) return
  const isSame = betaName(rule) === 'β' && betaName(head.rule) === 'β'
  edit({ head: { ...head, rule, beta: isSame ? head.beta : usualBeta(rule, document.space) } })
}
