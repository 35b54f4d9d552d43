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
]
