/** The claims of the paper, and where each is tested. */
export interface Claim {
  readonly claim: string
  readonly verdict: 'true' | 'false' | 'true only if'
  /** What is true of it. */
  readonly sentence: string
  /** Names of experiments. */
  readonly tested: readonly string[]
}

export const claims: readonly Claim[] = [
  {
    claim: 'A barrier may become lower, or negative, when one end is moved by g',
    verdict: 'false',
    sentence:
      'Straight lines change with g; the pass between two minima does not, and no barrier is negative.',
    tested: ['pass'],
  },
  {
    claim: 'From a new position in its orbit, training reaches a better model',
    verdict: 'true only if',
    sentence:
      'Only if the optimiser measures its steps by another metric than the group keeps. Translations then do nothing, dilations are a learning rate, turns scatter the runs, and fresh starts do as well or better.',
    tested: ['teleport', 'booth', 'newData'],
  },
  {
    claim: 'An equivalent model need not take the input that the first one got wrong',
    verdict: 'false',
    sentence:
      'Equivalent models give every input the same probabilities, so every wrong and every adversarial input is wrong for all of them.',
    tested: ['attacks'],
  },
]
