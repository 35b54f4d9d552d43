import { real, whole, type ExperimentPlan } from './experiments'

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
]
