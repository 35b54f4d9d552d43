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
    tested: ['pass', 'barriers'],
  },
  {
    claim: '(α + A) ⊙ (α + B) = A ⊙ B, and M(A) ⊙ M(B) = A ⊙ B',
    verdict: 'true',
    sentence:
      'The group is larger than that: every inner index may have its own isometry, reflections included.',
    tested: ['equivalents'],
  },
  {
    claim: 'A trained model has infinitely many equivalents, and they are there at once',
    verdict: 'true',
    sentence: 'Each costs a few operations a number. Ordinary attention has more of them.',
    tested: ['equivalents', 'models'],
  },
  {
    claim: 'To have all these solutions in parallel is equivalent to quantum computing',
    verdict: 'false',
    sentence: 'They are one solution in many coordinates, made one by one; no search is done.',
    tested: ['models'],
  },
  {
    claim: 'From an equivalent model the barrier to another minimum may be lower',
    verdict: 'true only if',
    sentence:
      'Only if the other minimum is the same one up to the group; between two different ones a barrier stays.',
    tested: ['minima', 'barriers'],
  },
]
