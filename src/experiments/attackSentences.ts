import { known, type Accuracies, type Studied } from './attackRecord'
import { mean, median, short } from './summary'

export interface Settings {
  readonly radius: number
  readonly copy: number
}

const percent = (part: number) => `${short(100 * part)} %`

/** What was measured, as far as it is known. */
export function sentences(studied: readonly Studied[], { radius, copy }: Settings): string[] {
  const said: string[] = []
  const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0)
  const comparisons = sum(known(studied.map((one) => one.comparisons)))
  if (comparisons > 0) {
    const largest = Math.max(...known(studied.map(({ largestChange }) => largestChange)))
    const changed = sum(known(studied.map(({ decisionsChanged }) => decisionsChanged)))
    said.push(
      `Both sides moved, ${comparisons} comparisons: a probability changes by ${short(largest)} at most, ${changed} decisions change.`,
    )
  }
  const all = known(studied.map(({ attack }) => attack))
  if (all.length > 0) {
    const effective = all.filter(({ fooled }) => fooled > 0)
    const retrained = effective.flatMap((one) => one.retrained)
    said.push(
      `Attacks of radius ${radius} make ${sum(all.map(({ fooled }) => fooled))} of ${sum(all.map(({ right }) => right))} right inputs wrong.`,
    )
    if (effective.length > 0)
      said.push(
        `Of these ${percent(mean(effective.map(({ orbit }) => orbit)))} fool members of the orbit, ${percent(mean(effective.map(({ copies }) => copies)))} a one-sided copy, ${percent(mean(retrained))} (${percent(Math.min(...retrained))} to ${percent(Math.max(...retrained))}) a model trained anew.`,
      )
  }
  const accuracies = known(studied.map(({ accuracy }) => accuracy))
  if (accuracies.length > 0) {
    const of = (name: 'single' | 'copies' | 'retrained', what: keyof Accuracies) =>
      percent(mean(accuracies.map((one) => one[name][what])))
    said.push(
      `Accuracy clean, attacked: single model ${of('single', 'clean')}, ${of('single', 'direct')}; nine one-sided copies of length ${copy} ${of('copies', 'clean')}, ${of('copies', 'direct')}; nine models trained anew ${of('retrained', 'clean')}, ${of('retrained', 'direct')}; each attacked itself.`,
    )
  }
  const tried = sum(studied.map(({ certified }) => certified.tried))
  if (tried > 0) {
    const radii = studied.flatMap(({ certifiedRadii }) => certifiedRadii ?? [])
    said.push(
      `Inside the certified radius, ${short(median(radii))} in the median, ${sum(studied.map(({ certified }) => certified.worked))} of ${tried} attacks work.`,
    )
  }
  const searches = known(studied.map((one) => one.search))
  if (searches.length > 0) {
    const wrong = searches.flatMap((one) => one.wrong)
    const right = searches.flatMap((one) => one.right)
    const found = wrong.filter((length) => length < Infinity)
    const turned = right.filter((length) => length < Infinity)
    const middle = found.length > 0 ? `, the shortest ${short(median(found))} long in the median` : ''
    said.push(
      `A one-sided move that puts a wrong input right exists for ${found.length} of ${wrong.length}${middle}; the same search puts ${turned.length} of ${right.length} right inputs wrong. Which of the two it does only the label tells.`,
    )
  }
  return said
}
