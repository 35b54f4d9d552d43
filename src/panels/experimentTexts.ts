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
  teleport: {
    claim: 'Moved to another point of its orbit, a model may train on to a better one.',
    question:
      'A model is turned within its orbit to where its gradient is largest. How many steps does that save plain gradient descent, its learning rate tuned with and without?',
    choices: [
      'About half of them',
      'Hardly any: starts differ among themselves by more',
      'None at all: equivalent models take equivalent steps',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'Only if the optimiser depends on coordinates. In the metric every jump leaves the count of steps as it was. In (x, y) translations do nothing and dilations are a learning rate; turns are left, and one jump changes less than another start does. Jumps again and again help plain descent, to the smallest gradient no less than to the largest, and not as much as the metric.',
    source:
      'Chuang (2023), introduction; Zhao, Dehmamy, Walters and Yu, Symmetry teleportation for accelerated optimization (2022). Closed form: |∂L|² = Σ ρ²/Im(gz)².',
  },
  booth: {
    claim: 'A better point among equivalent ones makes training faster.',
    question:
      'Gradient descent on the Booth function, 10 steps, with one jump along its level set to where the gradient is largest. What becomes of the last loss?',
    choices: [
      'It stays about the same',
      'It is some ten times lower',
      'It is more than a thousand times lower',
    ],
    answer: 2,
    verdict: 'true only if',
    because:
      'Here it wins, at any learning rate up to 0.1 and with the best one: on the short axis of the ellipse one rate fits the rest of the way. Only if the jump can be found, though: the level sets are known here, and the plane has two dimensions. And descent in (u, v), whose metric the symmetry keeps, needs no jump.',
    source:
      'Zhao, Dehmamy, Walters and Yu, Symmetry teleportation for accelerated optimization (2022), with their numbers: start (5, −5), learning rate 0.08, a jump after 4 of 10 steps.',
  },
  newData: {
    claim: 'When new data come, equivalent models give several starts, and the best of them may do better.',
    question:
      'A trained model gets new data. Twelve equivalent copies are trained on them by an optimiser that takes its steps in the metric. How far apart do their losses end?',
    choices: ['Some end much lower than others', 'By a thousandth or so', 'Not at all, but for rounding'],
    answer: 2,
    verdict: 'true only if',
    because:
      'Only if the optimiser depends on coordinates. In the metric the copies stay copies of each other, as long as rounding is not amplified where points of Q and K meet. In (x, log y), with a large learning rate, they scatter as noisy copies do: the best of twelve may be better, the average is worse, and twelve fresh starts find more.',
    source: 'Chuang (2023), introduction; equivariance of each optimiser is a property test of this app.',
  },
  attacks: {
    claim: 'An equivalent model may be put in place of one that takes fake or misclassified inputs.',
    question:
      'An attack moves an input by 0.12, and the classifier is wrong about it. How many of such attacks fool an equivalent model as well?',
    choices: ['About a quarter, as with a model trained anew', 'Nearly all', 'All of them'],
    answer: 2,
    verdict: 'false',
    because:
      'Equivalent models give every input the same probabilities. A model moved on one side only is another model, and as a defence a weaker one than training anew; a one-sided move that repairs a given input is found only by who knows its label.',
    source:
      'Chuang (2023), introduction; Goodfellow et al. (2015) and Madry et al. (2018) for the attacks, here with steps in the metric. The certified radius is derived in learning/prototypes.',
  },
}
