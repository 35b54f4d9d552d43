/** A claim of the paper, and where it is tested. */
export interface Claim {
  readonly claim: string
  readonly verdict: 'true' | 'false' | 'true only if'
  /** What is true of it. */
  readonly sentence: string
  /** Names of experiments. */
  readonly tested: readonly string[]
}

/** In the order in which the paper comes to them. */
export const claims: readonly Claim[] = [
  {
    claim: '(α + A) ⊙ (α + B) = A ⊙ B, and M(A) ⊙ M(B) = A ⊙ B',
    verdict: 'true',
    sentence:
      'The group is larger than that: every inner index may have its own isometry, reflections included.',
    tested: ['equivalents'],
  },
  {
    claim: 'M(A) ⊙ M(B) = A ⊙ B, with numbers as computers have them',
    verdict: 'true only if',
    sentence: 'g is not too long: the error grows as ε eᵀ, and float64 has nothing left at T = 35.',
    tested: ['arithmetic'],
  },
  {
    claim: 'A trained model has infinitely many equivalents, and they are there at once',
    verdict: 'true',
    sentence: 'Each costs a few operations a number. Ordinary attention has more of them.',
    tested: ['equivalents', 'models'],
  },
  {
    claim: 'The original model is unchanged',
    verdict: 'true only if',
    sentence: 'Both factors move, on every input. One side only is another model, and a worse one.',
    tested: ['oneSide', 'attacks'],
  },
  {
    claim: 'The loss surface is translated, f_M(z) = f(M⁻¹z)',
    verdict: 'true',
    sentence: 'Its values are carried along by g, and in a window centred on the model nothing moves.',
    tested: ['carried'],
  },
  {
    claim: 'A picture of the loss tells models apart, or tells that they are one',
    verdict: 'true only if',
    sentence:
      'Directions are carried along by g. Scaled to the size of the weights, one basin looks wide or narrow at will.',
    tested: ['basin'],
  },
  {
    claim: 'A barrier may become lower, or negative, when one end is moved by g',
    verdict: 'false',
    sentence:
      'Straight lines change with g; the pass between two minima does not, and no barrier is negative.',
    tested: ['pass', 'barriers'],
  },
  {
    claim: 'From an equivalent model the barrier to another minimum may be lower',
    verdict: 'true only if',
    sentence:
      'Only if the other minimum is the same one up to the group; between two different ones a barrier stays.',
    tested: ['minima', 'barriers'],
  },
  {
    claim: 'A way down may open at another place in the orbit',
    verdict: 'false',
    sentence:
      'The signs of the Hessian are fixed by Sylvester’s law; its size is not, and says nothing about the model.',
    tested: ['curvature'],
  },
  {
    claim: 'From a new position in its orbit, training reaches a better model',
    verdict: 'true only if',
    sentence:
      'Only if the optimiser measures its steps by another metric than the group keeps. Translations then do nothing, dilations are a learning rate, turns scatter the runs, and fresh starts do as well or better.',
    tested: ['teleport', 'booth', 'newData'],
  },
  {
    claim: 'Random matrix theory can study the weights over the orbit',
    verdict: 'true only if',
    sentence:
      'It is C that is studied: the spectrum of the weights belongs to the representative, that of C to the model.',
    tested: ['spectra', 'spike', 'treeSpectrum'],
  },
  {
    claim: 'An equivalent model need not take the input that the first one got wrong',
    verdict: 'false',
    sentence:
      'Equivalent models give every input the same probabilities, so every wrong and every adversarial input is wrong for all of them.',
    tested: ['attacks'],
  },
  {
    claim: 'To have all these solutions in parallel is equivalent to quantum computing',
    verdict: 'false',
    sentence: 'They are one solution in many coordinates, made one by one; no search is done.',
    tested: ['models'],
  },
  {
    claim: 'Attention with Q ⊙ Kᵀ and a dynamic β (Example 1)',
    verdict: 'true only if',
    sentence:
      'The sign is −β, and β is free or a function of C. From the norms of Q it breaks the invariance; 1/√h does not train.',
    tested: ['beta', 'scale'],
  },
  {
    claim: 'Distances can replace products (said by silence)',
    verdict: 'true only if',
    sentence: 'exp(−β d) is a kernel in both spaces; exp(−β d²) is none in the half-plane.',
    tested: ['kernels'],
  },
  {
    claim: 'All equivalent models are equally good for training (said by silence)',
    verdict: 'true only if',
    sentence:
      'There is no weight decay: λ/2 Σ ρ(i, z)² differs along the orbit and chooses a representative.',
    tested: ['curvature'],
  },
]
