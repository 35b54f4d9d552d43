import type { Place } from '../store/lecture'

/** What is said aloud of a step: where it is, and of an answer that is shown whether it was predicted. */
export function stepWords(
  { title, prediction, solution }: Place,
  at: number,
  length: number,
  isRevealed: boolean,
  choice: number | undefined,
): string {
  const where = `Step ${at + 1} of ${length}: ${title}.`
  if (!isRevealed) return prediction ? `${where} A question.` : where
  if (solution) return `${where} A solution is shown.`
  if (choice === undefined) return `${where} The answer is shown.`
  return `${where} The answer is shown: your choice is ${choice === prediction?.answer ? 'right' : 'not right'}.`
}
