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
  spectra: {
    claim: 'Random matrix theory can study the distribution of the weights over all equivalent models.',
    question:
      'A and B are turned about i together, so C stays as it is. Which spectrum is a property of the model?',
    choices: [
      'Those of Re A and Im A: they are its weights',
      'That of C, and no spectrum of the weights',
      'All three: one function has one spectrum',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'True only if it is C that is studied. Its singular values stay as they are to rounding; the largest value and the tails of Re A and Im A change with g. Where they fit Marchenko–Pastur, they do so for every g and any independent entries, which says nothing about the function.',
    source:
      'Chuang (2023), on random matrices; Marchenko and Pastur 1967; Penson and Życzkowski 2011; Atas et al. 2013.',
  },
  spike: {
    claim:
      'The singular values of the weights say something about the model, and translations give many of them.',
    question:
      'A and B are translated by α on the line. What happens to the singular values of A, while C stays as it is?',
    choices: [
      'All of them grow with α',
      'One of them leaves the others, which stay where they are',
      'None changes, because the model does not',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'True only of a fixed representative. α adds a matrix of rank one: one singular value leaves for σ√n (θ + 1/θ) as soon as θ = α√n/σ > 1, and the stable rank falls from n/4 to about 1 at the same function. The others cannot move by more than 1/n of all.',
    source:
      'Chuang (2023), on random matrices; Baik, Ben Arous and Péché 2005; Benaych-Georges and Nadakuditi 2012.',
  },
  treeSpectrum: {
    claim: 'The spectra of trained models can be studied with random matrix theory.',
    question:
      'A head learns from sequences which nodes of a binary tree are nearest. What do the singular values of its centred C become?',
    choices: [
      'They stay spread out as at the start',
      'Groups of 1, 2, 4: those of the distances in the tree',
      'All but one vanish',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'True of C, the part that no g changes: its spectrum approaches that of the tree, with one value for the top level, two and four for those below. Nothing random is left in the largest of them.',
    source:
      'Chuang (2023), on random matrices; the comparison with the metric of the tree is this program’s own.',
  },
  curvature: {
    claim: 'At another place in its orbit a model may find a way down, or a flatter minimum.',
    question:
      'A model fits exactly: L = 0. It is moved by g. What of the Hessian of L in its weights can change?',
    choices: [
      'Nothing: the model is the same',
      'The sizes of its eigenvalues, but not how many are positive, zero and negative',
      'Everything: a positive one may become negative',
    ],
    answer: 1,
    verdict: 'false',
    because:
      'No way down can appear: the Hessian at gW is J⁻ᵀHJ⁻¹, and by Sylvester’s law of inertia its signs stay. Its size, sharp or flat, is a property of the representative: a dilation by 2 divides it by 4. Weight decay does tell the representatives apart.',
    source: 'Chuang (2023), on barriers of negative height; Sylvester 1852; Dinh et al. 2017.',
  },
  basin: {
    claim: 'Equivalent models have their loss surface translated, as a picture of it shows.',
    question:
      'The usual picture goes from the weights along a random direction scaled to their size. How wide is the basin of one model after x ↦ x + 10?',
    choices: [
      'As wide as before: the surface is only translated',
      'Wider, because the weights are larger',
      'Narrower, because a step is as long as the weights are large',
    ],
    answer: 2,
    verdict: 'true only if',
    because:
      'True only if the direction is carried along by g and measured in the metric. Scaled to the size of the weights it is safe for dilations, for which that was made, and for nothing else: a translation makes the weights larger, the steps longer, and the same basin narrower.',
    source: 'Chuang (2023), on the loss surface; Li et al. 2018; Dinh et al. 2017.',
  },
  arithmetic: {
    claim: 'The moved factors have the same product: (MA) ⊙ (MB) = A ⊙ B.',
    question:
      'g moves all points by a hyperbolic length T, and C is computed from the moved points in float64. Up to which T does C keep two decimals?',
    choices: ['For every T: it is a theorem', 'Up to about T = 30', 'Up to about T = 10'],
    answer: 1,
    verdict: 'true only if',
    because:
      'True in real numbers. Rounding a moved point moves it by ε eᵀ, so float64 ends at T = 30, float32 at 9, and bfloat16 holds nothing to two decimals. The bound says beforehand how much is lost; differences of points lose nothing.',
    source: 'Chuang (2023), section 2; the bound is derived in this program’s math/asStored.',
  },
  beta: {
    claim: 'Attention is softmax(β (Q ⊙ Kᵀ)) V with a dynamic β.',
    question:
      'One head, one task, six rules for β; the dot product is replaced by distances. Which rule is no use?',
    choices: ['1/√h, as for the dot product', 'β learned with the rest', 'β from the mean of C in the row'],
    answer: 0,
    verdict: 'true only if',
    because:
      'The sign is turned: near means heavy in softmax(−β C), and +β attends to the farthest. A β that is learned, or a function of C, solves the task and keeps the invariance. 1/√h is too small for distances; β from the norms of Q solves it too, but then g changes the loss.',
    source: 'Chuang (2023), Example 1; Vaswani et al. 2017; Gulcehre et al. 2019.',
  },
  kernels: {
    claim: 'Distances can stand where products stood (said by silence).',
    question:
      'A kernel needs a Gram matrix without negative eigenvalues. In the half-plane, is exp(−β d) one, and the Gaussian exp(−β d²)?',
    choices: ['Both are', 'exp(−β d) is, the Gaussian is not', 'The Gaussian is, exp(−β d) is not'],
    answer: 1,
    verdict: 'true only if',
    because:
      'The exponent is a distance and not its square: exp(−β d) is a kernel for every β > 0 on the line and in hyperbolic space, and so is exp(−β A ⊙ Aᵀ) for every h. The Gaussian is one for every β on flat space only.',
    source: 'Chuang (2023), by silence; Feragen, Lauze and Hauberg 2015.',
  },
  scale: {
    claim: 'β is a number beside the factors, in both spaces.',
    question: 'All entries are scaled by s and β by 1/s. Do the attention weights stay as they are?',
    choices: [
      'On the line and in the half-plane',
      'On the line only: in the half-plane β is the curvature',
      'In neither',
    ],
    answer: 1,
    verdict: 'true only if',
    because:
      'On the line s changes nothing, so β is one more redundant number. In the half-plane no map makes all distances s times as long: βρ is the distance of curvature −1/β², as triangles show that know distances only.',
    source: 'Chuang (2023), Example 1; the law of cosines for sides and a median.',
  },
  carried: {
    claim: 'Moving the model translates the loss surface: f_M(z) = f(M⁻¹z).',
    question:
      'The loss over one entry is drawn before and after everything moves by α, each time with the model in the middle. What is seen?',
    choices: [
      'The surface has moved by α',
      'Nothing: the two pictures are the same',
      'The surface has become flatter',
    ],
    answer: 1,
    verdict: 'true',
    because:
      'f_g(gz) = f(z), to rounding, for every entry, element and point: the surface is carried, its values are not changed. Seen from the model it has not moved at all; a translation shows in a fixed window only.',
    source: 'Chuang (2023), on the loss surface; L(MA, MB) = L(A, B) with one entry free.',
  },
  oneSide: {
    claim: 'Moved by M, the original model is unchanged.',
    question:
      'g moves the queries of a trained head by a length of 1 and leaves the keys where they are. What is left of an accuracy of 100 %?',
    choices: ['All of it: g is a symmetry', 'More than 90 %', 'Less than 75 %'],
    answer: 2,
    verdict: 'true only if',
    because:
      'Both factors have to move, on every input. Then no weight of attention changes beyond rounding. With the queries or the keys alone it is another model: a little worse for a short g, useless for a long one.',
    source: 'Chuang (2023), section 2; (MA) ⊙ B is not A ⊙ B.',
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
