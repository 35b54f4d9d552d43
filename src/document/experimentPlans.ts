import { choice, real, whole, type ExperimentPlan } from './experiments'

/** In the order of the claims that they test. */
export const experimentPlans: readonly ExperimentPlan[] = [
  {
    name: 'pass',
    title: 'The pass that cannot be lowered',
    inputs: [
      real('side', 'Side t of the triangle', 1, 0.1, 4),
      whole('elements', 'Elements g tried', 24, 2, 200),
      real('length', 'Translation length of g, at most', 2, 0, 6),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'teleport',
    title: 'Twins and teleportation',
    inputs: [
      whole('seeds', 'Starts', 5, 2, 31),
      real('epsilon', 'Loss to come below', 0.05, 0.005, 1),
      whole('trained', 'Steps of the half-trained models', 30, 0, 600),
      whole('most', 'Steps of a run, at most', 500, 20, 3000),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'booth',
    title: 'Where teleportation wins: the Booth function',
    inputs: [
      real('rate', 'Learning rate', 0.08, 0.001, 0.5),
      whole('steps', 'Steps', 10, 1, 40),
      whole('jump', 'Steps before the jump', 4, 0, 40),
    ],
  },
  {
    name: 'newData',
    title: 'New data from equivalent starts',
    inputs: [
      whole('seeds', 'Models', 3, 1, 20),
      whole('starts', 'Starts of each', 12, 2, 24),
      whole('steps', 'Steps on the new data', 600, 20, 2000),
      real('noise', 'Deviation of the noise', 0.02, 0.001, 1),
      choice('tokens', 'Tokens of a sequence', [
        { value: 'different', label: 'All different' },
        { value: 'repeated', label: 'With repetition' },
      ]),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'attacks',
    title: 'Wrong and adversarial inputs',
    inputs: [
      whole('seeds', 'Models', 2, 1, 10),
      whole('prototypes', 'Prototypes of each class', 9, 2, 20),
      choice('attack', 'Attack', [
        { value: 'many', label: 'Projected gradient, 24 steps' },
        { value: 'one', label: 'Fast gradient, one step' },
      ]),
      real('radius', 'Radius of the attack', 0.12, 0.01, 1),
      real('copy', 'Translation length of one-sided copies', 0.2, 0.01, 2),
      whole('seed', 'Seed', 1, 0, 9999),
    ],
  },
]
