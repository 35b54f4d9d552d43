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
    name: 'equivalents',
    title: 'How many equivalents?',
    inputs: [
      whole('rows', 'Rows of a product of your own', 10, 1, 16),
      whole('inner', 'Its inner dimension h', 2, 1, 6),
      whole('columns', 'Its columns', 10, 1, 16),
      real('epsilon', 'ε: models with a smaller loss fit', 0.05, 0.005, 1),
      whole('directions', 'Random steps of each length', 200, 10, 5000),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'models',
    title: 'How many models did we get?',
    inputs: [
      whole('members', 'Members of the orbit', 100_000, 100, 1_000_000),
      real('length', 'Length that g moves i by, at most', 8, 0, 12),
      choice('data', 'Trained anew on', [
        { value: 'spirals', label: 'two spirals, 1.5 turns' },
        { value: 'moons', label: 'two moons' },
      ]),
      choice('starts', 'Prototypes start', [
        { value: 'scattered', label: 'scattered about the data' },
        { value: 'atInputs', label: 'at data, far from each other' },
      ]),
      whole('retrained', 'Models trained anew', 8, 1, 16),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'minima',
    title: 'Minima modulo the group',
    inputs: [
      choice('tree', 'Tree', [
        { value: '7', label: '7 nodes' },
        { value: '15', label: '15 nodes' },
      ]),
      whole('models', 'Models trained', 10, 2, 24),
      whole('first', 'A pair to look at: model', 2, 1, 24),
      whole('second', 'and model', 9, 1, 24),
      whole('seed', 'Seed of the first model', 1, 0, 999_999),
    ],
  },
  {
    name: 'barriers',
    title: 'Barriers between two trained models',
    inputs: [
      choice('moves', 'Elements g on the second model', [
        { value: 'any', label: 'of every kind' },
        { value: 'rotations', label: 'rotations about i' },
        { value: 'affine', label: 'z ↦ λz + μ' },
      ]),
      whole('elements', 'How many', 48, 2, 400),
      real('length', 'Length that g moves i by, at most', 2, 0, 6),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'spectra',
    title: 'Random matrices along the orbit',
    inputs: [
      whole('size', 'Rows and columns of C', 96, 16, 256),
      whole('inner', 'Inner size h', 96, 1, 256),
      real('spread', 'Spread of the entries', 1, 0.05, 2),
      whole('draws', 'Draws', 4, 1, 20),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'spike',
    title: 'A spike that is no model',
    inputs: [
      whole('size', 'Rows and columns of A', 96, 16, 256),
      real('spread', 'Spread σ of the entries', 1, 0.1, 4),
      real('farthest', 'Largest α, in units of σ', 4, 0.2, 20),
      whole('draws', 'Draws', 4, 1, 20),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'treeSpectrum',
    title: 'A trained spectrum becomes the tree’s',
    inputs: [
      choice('nodes', 'Nodes of the tree', [
        { value: '31', label: '31' },
        { value: '15', label: '15' },
        { value: '63', label: '63' },
      ]),
      whole('inner', 'Inner size h', 2, 1, 8),
      whole('steps', 'Steps of training', 600, 100, 2000),
      whole('seeds', 'Seeds', 3, 1, 12),
      whole('seed', 'First seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'curvature',
    title: 'Sharp or flat?',
    inputs: [
      whole('size', 'Points in A, and in B', 5, 3, 10),
      real('spread', 'Spread of the points', 0.5, 0.1, 2),
      whole('elements', 'Random elements g', 24, 1, 200),
      real('length', 'Length by which g moves i, at most', 3, 0, 8),
      real('decay', 'Weight decay λ', 0.01, 0, 1),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'basin',
    title: 'How wide is the basin?',
    inputs: [
      choice('way', 'Element g', [
        { value: 'translation', label: 'translations' },
        { value: 'dilation', label: 'dilations' },
        { value: 'turn', label: 'turns about i' },
      ]),
      whole('size', 'Points in A, and in B', 5, 3, 10),
      real('spread', 'Spread of the points', 0.5, 0.1, 2),
      whole('directions', 'Random directions', 20, 1, 200),
      real('epsilon', 'ε of the basin L < ε', 0.05, 0.001, 1),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'arithmetic',
    title: 'Where arithmetic ends',
    inputs: [
      real('longest', 'Longest translation T', 40, 1, 60),
      whole('draws', 'Draws for each length', 40, 1, 400),
      whole('size', 'Rows and columns of C', 4, 1, 12),
      real('spread', 'Spread of the points', 1, 0.1, 2),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'beta',
    title: 'Where β comes from',
    inputs: [
      choice('nodes', 'Nodes of the tree', [
        { value: '15', label: '15' },
        { value: '7', label: '7' },
      ]),
      whole('inner', 'Inner size h', 2, 1, 6),
      whole('steps', 'Steps of training', 800, 100, 2000),
      whole('seeds', 'Seeds', 4, 1, 20),
      whole('seed', 'First seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'kernels',
    title: 'Kernels from distances',
    inputs: [
      whole('count', 'Points', 60, 4, 80),
      real('spread', 'Spread of the points', 1.3, 0.1, 4),
      whole('inner', 'Inner size h', 1, 1, 8),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'scale',
    title: 'What β is',
    inputs: [
      whole('triangles', 'Triangles for each β', 40, 1, 400),
      whole('tokens', 'Tokens', 8, 2, 40),
      whole('inner', 'Inner size h', 2, 1, 8),
      real('beta', 'β of the heads', 2, 0.1, 20),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'carried',
    title: 'The surface moves, the loss does not',
    inputs: [
      whole('size', 'Rows, columns and inner size', 4, 2, 12),
      whole('elements', 'Models and elements', 60, 1, 400),
      whole('points', 'Points for each', 100, 1, 400),
      real('length', 'Length by which g moves i, at most', 2, 0, 12),
      real('alpha', 'α in the picture', 2, -6, 6),
      whole('seed', 'Seed', 1, 0, 999_999),
    ],
  },
  {
    name: 'oneSide',
    title: 'One side only',
    inputs: [
      choice('model', 'Head', [
        { value: 'tree15Twice', label: '15 nodes, h = 2, β learned' },
        { value: 'tree7', label: '7 nodes, h = 1, β = 10' },
      ]),
      whole('steps', 'Steps of training', 800, 100, 2000),
      whole('seeds', 'Seeds', 3, 1, 12),
      whole('elements', 'Elements of each length', 6, 1, 40),
      whole('seed', 'First seed', 1, 0, 999_999),
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
