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
    claim: 'Random matrix theory can study the weights over the orbit',
    verdict: 'true only if',
    sentence:
      'It is C that is studied: the spectrum of the weights belongs to the representative, that of C to the model.',
    tested: ['spectra', 'spike', 'treeSpectrum'],
  },
]
