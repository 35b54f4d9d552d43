/** What is said around an experiment. Every sentence is about the paper or follows from what is measured beside it. */
export interface ExperimentText {
  /** What the paper says, in short. */
  readonly claim: string
  /** What is asked before anything is shown. */
  readonly question: string
  readonly choices: readonly string[]
  /** The choice that the experiment bears out. */
  readonly answer: number
  readonly verdict: 'true' | 'false' | 'true only if'
  /** Why, in one or two sentences. */
  readonly because: string
  readonly source: string
}

export const experimentTexts: Readonly<Record<string, ExperimentText>> = {
  pass: {
    claim:
      'Moving one of two models by an element may lower the barrier between them, in a better case to a negative height.',
    question:
      'Three points shall form a triangle of side t. How low can an element g make the way from the triangle to its mirror image?',
    choices: [
      'As low as one likes, for the right g',
      'A little lower, by how much depends on g',
      'Never below t²/6, whatever g is',
    ],
    answer: 2,
    verdict: 'false',
    because:
      'Straight lines depend on g, the pass does not: every way turns the triangle over, so it goes through three points in a row, and there the loss is at least t²/6. Barriers are never negative.',
    source: 'Chuang (2023), on barriers; the bound is elementary: least ½ Σ (d − t)² with d₁₃ = d₁₂ + d₂₃.',
  },
  equivalents: {
    claim:
      'Adding α to A and B, or applying M to both, leaves A ⊙ B as it is, so a trained model has infinitely many equivalents.',
    question:
      'A and B are 6 × 6 in the half-plane: 144 numbers, and g has 3 dimensions. How many dimensions has the set of pairs with the same product?',
    choices: [
      '3, those of one g',
      '18, those of a g for each inner index',
      '108, all numbers less the 36 equations',
      'All 144',
    ],
    answer: 2,
    verdict: 'true',
    because:
      'It holds, and for more than one g: every inner index may have its own isometry, 3h dimensions. With many rows and columns there is nothing else nearby; a square product has far more equivalents, which no group gives. Models that only fit (Definition 1) fill all dimensions, but not far.',
    source:
      'Chuang (2023), Definition 1. Ranks of the Jacobian at one random pair; on the line they depend on how its numbers lie between each other. GL(d) of Q Kᵀ is standard.',
  },
  models: {
    claim: 'Finding all the equivalent solutions at the same time is equivalent to quantum computing.',
    question:
      'A hundred thousand equivalents of a trained model, each made by another g, take a second. How many different models are they?',
    choices: ['A hundred thousand', 'A few', 'One'],
    answer: 2,
    verdict: 'false',
    because:
      'An orbit is one function written in many coordinates: no decision differs, so nothing is found that was not known. Models trained from other seeds do differ. And it is no quantum search: nothing is in superposition, every member costs its own arithmetic, and none tells of another minimum.',
    source:
      'Chuang (2023). How much models trained anew differ depends on where they start and on the part of the plane that is looked at; that they differ does not.',
  },
  minima: {
    claim: 'An equivalent model lies elsewhere, and from there a barrier to another minimum may be lower.',
    question:
      'Ten heads learn the same tree of 7 nodes from ten seeds. Each is moved by its best g. How many different minima are left?',
    choices: ['Ten, one a seed', 'Two', 'One'],
    answer: 1,
    verdict: 'true only if',
    because:
      'Only if both draw their tree in the same way. Then the best isometry, a closed form, takes the barrier away altogether. With the neighbours of one node in another order every way must bring two branches into one direction, whatever g is, and there the loss is high. Minima up to the group are the drawings of the tree in the plane, up to reflection: 2 for 7 nodes, 32 for 15.',
    source:
      'Chuang (2023), on barriers. Alignment: an eigenproblem of 4 × 4 numbers for each inner index. The drawing is read from the keys; the count is measured here, not proved.',
  },
  barriers: {
    claim:
      'With an equivalent model at one end the barrier between two models might be lower, in a better case negative.',
    question: 'One of two trained heads is moved by many elements g. What does the barrier between them do?',
    choices: [
      'It stays, as g does not change the loss',
      'It changes with g, but not if the two are aligned first',
      'It falls below 0 for some g',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'Only if the way is laid by coordinates: a straight line is another way after g, now lower, now higher. The g that brings the points nearest is a closed form, and what is left after it is a property of the two models, though not always the lowest. A barrier is measured from the line between its ends, which are on the way, so it is never negative.',
    source: 'Chuang (2023), on barriers; barriers as Entezari et al. (2021) define them, at 61 samples.',
  },
}
