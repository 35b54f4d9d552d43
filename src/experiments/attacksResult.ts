import { logMap } from '../math/upperHalfPlane'
import { known, type Attacked, type Studied, type UnderAttack } from './attackRecord'
import { sentences, type Settings } from './attackSentences'
import type { CurvePlot, Plot, Result, Series, Table } from './record'
import { mean } from './summary'

export function seen(studied: readonly Studied[], settings: Settings): Result {
  return {
    plots: [underAttack(studied), ...whoIsFooled(studied), oneSided(studied), ...picture(studied)],
    tables: tablesOf(studied),
    findings: sentences(studied, settings),
  }
}

/** Means over the models that have come so far, at each radius. */
function underAttack(studied: readonly Studied[]): CurvePlot {
  const radii = studied[0]?.curve.map(({ radius }) => radius) ?? []
  const line = (name: string, of: keyof UnderAttack, mark: Series['mark'], isReference = false): Series => ({
    name,
    mark,
    isReference,
    points: radii.map((radius, n) => [radius, mean(known(studied.map(({ curve }) => curve[n]?.[of])))]),
  })
  return {
    kind: 'curves',
    name: 'Accuracy under attacks that were made for the single model',
    x: { label: 'radius of the attack, hyperbolic length', scale: 'linear' },
    y: { label: 'accuracy', scale: 'linear' },
    series: [
      line('single model', 'single', 'line'),
      line('member of its orbit', 'orbit', 'points'),
      line('9 one-sided copies', 'copies', 'line'),
      line('9 trained anew', 'retrained', 'line'),
      line('certified', 'certified', 'line', true),
    ],
  }
}

function whoIsFooled(studied: readonly Studied[]): Plot[] {
  const all = known(studied.map(({ attack }) => attack))
  if (all.length === 0) return []
  const rows: [string, (of: Attacked) => number][] = [
    ['members of the orbit', ({ orbit }) => orbit],
    ['one-sided copies', ({ copies }) => copies],
    ['9 copies together', ({ copiesTogether }) => copiesTogether],
    ['models trained anew', ({ retrained }) => mean(retrained)],
    ['9 trained anew together', ({ retrainedTogether }) => retrainedTogether],
  ]
  return [
    {
      kind: 'matrix',
      name: 'Whom else do the successful attacks fool?',
      rows: rows.map(([name]) => name),
      columns: all.map((_, n) => `model ${n + 1}`),
      values: rows.map(([, of]) => all.map((one) => 100 * of(one))),
      label: 'per cent of the attacks that fool the model',
    },
  ]
}

function oneSided(studied: readonly Studied[]): CurvePlot {
  const over = (of: 'accuracy' | 'changed') => {
    const moves = studied[0]?.moved ?? []
    return moves.map(({ length }, n): [number, number] => [
      length,
      mean(known(studied.map(({ moved }) => moved[n]?.[of]))),
    ])
  }
  return {
    kind: 'curves',
    name: 'Only the prototypes are moved',
    x: { label: 'translation length', scale: 'log' },
    y: { label: 'part of the inputs', scale: 'linear' },
    series: [
      { name: 'decided rightly', mark: 'line', points: over('accuracy') },
      { name: 'decided otherwise than before', mark: 'line', points: over('changed') },
    ],
  }
}

/** The first model's inputs in polar coordinates about i, and where attacks took those that they fool. */
function picture(studied: readonly Studied[]): Plot[] {
  const attack = studied[0]?.attack
  if (!attack) return []
  const { inputs, arrows, wrongBefore } = attack
  const out = new Float64Array(2)
  const place = (x: number, y: number): [number, number] => {
    logMap(0, 1, x, y, out)
    return [out[0]!, out[1]!]
  }
  const placeOf = (n: number) => place(inputs.points[2 * n]!, inputs.points[2 * n + 1]!)
  const ofClass = (label: number) =>
    [...inputs.labels.keys()].filter((n) => inputs.labels[n] === label).map(placeOf)
  return [
    {
      kind: 'curves',
      name: 'Inputs of the first model, and attacks that fool it',
      x: { label: 'polar coordinates about i, across', scale: 'linear' },
      y: { label: 'up', scale: 'linear' },
      series: [
        { name: 'class 0', mark: 'points', points: ofClass(0) },
        { name: 'class 1', mark: 'points', points: ofClass(1) },
        { name: 'wrong without attack', mark: 'points', points: wrongBefore.map(placeOf) },
        { name: 'after an attack', mark: 'points', points: arrows.map(([, x, y]) => place(x, y)) },
        {
          name: 'its way',
          mark: 'line',
          points: arrows.flatMap(([n, x, y]) => [placeOf(n), place(x, y), [NaN, NaN] as [number, number]]),
        },
      ],
    },
  ]
}

function tablesOf(studied: readonly Studied[]): Table[] {
  return [
    {
      name: 'whom attacks fool',
      columns: [
        'model',
        'inputs right',
        'fooled',
        'orbit, part',
        'one-sided copies, part',
        '9 copies together',
        'trained anew, part',
        'trained anew, least',
        'trained anew, most',
        '9 trained anew together',
      ],
      rows: studied.flatMap(({ attack }, n) =>
        attack
          ? [
              [
                n + 1,
                attack.right,
                attack.fooled,
                attack.orbit,
                attack.copies,
                attack.copiesTogether,
                mean(attack.retrained),
                Math.min(...attack.retrained),
                Math.max(...attack.retrained),
                attack.retrainedTogether,
              ],
            ]
          : [],
      ),
    },
    {
      name: 'accuracies',
      columns: ['model', 'of', 'clean', 'attacks for the single model', 'attacks for itself'],
      rows: studied.flatMap(({ accuracy }, n) =>
        accuracy
          ? (['single', 'copies', 'retrained'] as const).map((of) => [
              n + 1,
              { single: 'single model', copies: '9 one-sided copies', retrained: '9 trained anew' }[of],
              accuracy[of].clean,
              of === 'single' ? accuracy[of].direct : accuracy[of].transfer,
              accuracy[of].direct,
            ])
          : [],
      ),
    },
    {
      name: 'accuracies under attacks for the single model',
      columns: [
        'model',
        'radius',
        'single',
        'member of its orbit',
        '9 copies',
        '9 trained anew',
        'certified',
      ],
      rows: studied.flatMap(({ curve }, n) =>
        curve.map((at) => [n + 1, at.radius, at.single, at.orbit, at.copies, at.retrained, at.certified]),
      ),
    },
    {
      name: 'one-sided moves',
      columns: ['model', 'translation length', 'accuracy', 'decisions changed, part'],
      rows: studied.flatMap(({ moved }, n) =>
        moved.map(({ length, accuracy, changed }) => [n + 1, length, accuracy, changed]),
      ),
    },
  ]
}
