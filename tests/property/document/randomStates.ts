import type {
  AttentionHead,
  Document,
  Element,
  Entry,
  Factor,
  LabelledRows,
  PrototypeClassifier,
  Target,
} from '../../../src/document/document'
import { checkElement } from '../../../src/document/element'
import { experimentPlans } from '../../../src/document/experimentPlans'
import { withInput, type ChosenExperiment } from '../../../src/document/experiments'
import { fit } from '../../../src/document/fit'
import { presets } from '../../../src/document/presets'
import { plainTitle } from '../../../src/document/title'
import { modelNames, type Projection, type View } from '../../../src/document/view'
import { tellable } from './tellable'
import { random } from '../../../src/math/random'

/**
 * Documents and views from a seed, some 20 µs each where fast-check takes milliseconds: of every kind of number that a
 * document may hold, and of every field.
 */
export class Draw {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = random(seed)
  }

  below = (count: number): number => Math.floor(count * this.next())
  from = <T>(list: readonly T[]): T => list[this.below(list.length)]!
  chance = (part: number): boolean => this.next() < part
  list = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n))

  /** Short decimals, integers, all 53 bits, the largest and the smallest numbers of a document. */
  real = (): number => {
    const x = this.next() - 0.5
    switch (this.below(8)) {
      case 0:
        return this.from([0, 1, -1, 1e150, -1e150, 5e-324, 1e-308, 0.1, 1 / 3, 2 ** 53, 123456789012345.6])
      case 1:
        return Math.round(200 * x) / 10 + 0
      case 2:
      case 3:
        return Math.round(20_000 * x) / 1000 + 0
      case 4:
        return Math.round(1e9 * x) / 1e6 + 0
      case 5:
        return x * 10 ** (300 * this.next() - 150) + 0
      default:
        return 10 * x + 0
    }
  }

  positive = (): number => Math.max(Math.abs(this.real()), 1e-150)

  element = (space: Document['space']): Element => {
    if (space === 'line') return this.real()
    const typed: Element = this.list(4, this.real) as unknown as Element
    if (this.chance(0.5) && checkElement(typed, space) === undefined) return typed
    const held = { x: this.real(), t: 40 * (this.next() - 0.5), theta: this.real() }
    return checkElement(held, space) === undefined ? held : { x: 0.25, t: -0.5, theta: 1 }
  }
}

const factorOf = (draw: Draw, of: () => Entry, rows: number, columns: number): Factor =>
  draw.list(rows, () => draw.list(columns, of))

function headOf(draw: Draw, tokens: number): AttentionHead {
  const sequence = () => draw.list(2 + draw.below(4), () => draw.below(tokens))
  const task = {
    parents: draw.list(tokens, (n) => (n === 0 ? -1 : draw.below(n))),
    ...(draw.chance(0.3) && {
      names: draw.list(tokens, (n) => `${draw.from(['t', 'g', 'ä~', '%', '(x)'])}${n}`),
    }),
    sequences: draw.chance(0.5)
      ? {
          train: 1 + draw.below(1000),
          heldOut: 1 + draw.below(2000),
          length: 2 + draw.below(15),
          seed: draw.below(2 ** 32),
        }
      : { train: draw.list(1 + draw.below(6), sequence), heldOut: draw.list(1 + draw.below(6), sequence) },
  }
  const rule = draw.from(['fixed', 'learned', 'byRow', 'entropy', 'byNorms'] as const)
  const beta = rule === 'entropy' ? 1 + draw.below(50) / 7 : Math.min(draw.positive(), 1e6)
  return { rule, beta, task: draw.chance(0.7) ? task : null }
}

function classifierOf(draw: Draw, rows: number): PrototypeClassifier {
  const part = (count: number): LabelledRows => ({
    rows: draw.list(count, () => draw.list(3, draw.real)),
    labels: draw.list(count, (n) => n % 2),
  })
  const classes = draw.from([
    ['a', 'b'],
    ['one;two,three', '%'],
  ])
  return {
    data: { kind: 'own', classes, train: part(rows), heldOut: part(1 + draw.below(4)) },
    rule: draw.from(['fixed', 'learned']),
    beta: Math.min(draw.positive(), 1e6),
  }
}

/** @param most largest number of rows, columns and inner indices */
export function randomDocument(draw: Draw, most: number): Document {
  const preset = draw.from(presets).document
  const isPreset = draw.chance(0.2)
  const space = isPreset ? preset.space : draw.from(['line', 'halfPlane'] as const)
  const [rows, inner, columns] = draw.list(3, () => 1 + draw.below(most)) as [number, number, number]
  const entry = space === 'line' ? draw.real : (): Entry => [draw.real(), draw.positive()]
  const a = isPreset ? preset.a : factorOf(draw, entry, rows, inner)
  const b = isPreset ? preset.b : factorOf(draw, entry, inner, columns)
  const [height, middle, width] = [a.length, b.length, b[0]!.length]
  const target = (): Target =>
    draw.from<Target>([
      'base',
      { seed: draw.below(2 ** 32) },
      draw.list(height, () => draw.list(width, draw.real)),
    ])
  const isEach = draw.chance(0.2)
  const isClassifier = height > 1 && middle === 3 && width % 2 === 0
  const whole: Document = {
    version: 1,
    title: draw.from(['', 'Ein “Titel” & 100 %', 'a=b;c,d', '1 × 1, ~!*()\u{1d54c}']),
    space,
    a,
    b,
    element: isEach ? draw.list(middle, () => draw.element(space)) : draw.element(space),
    reflected: draw.chance(0.2) ? draw.list(middle, () => draw.chance(0.5)) : draw.chance(0.2),
    word: draw.chance(0.3)
      ? draw.list(draw.chance(0.1) ? 24 : 1 + draw.below(4), () => draw.element(space))
      : [],
    time: draw.chance(0.7) ? 1 : draw.below(5000) / 1000 - 2 + 0,
    move: draw.from(['both', 'a', 'b']),
    selection: [draw.below(height), draw.below(width)],
    free: draw.chance(0.5)
      ? { factor: 'a', row: draw.below(height), column: draw.below(middle) }
      : { factor: 'b', row: draw.below(middle), column: draw.below(width) },
    target: target(),
    head: height === width && draw.chance(0.5) ? headOf(draw, height) : null,
    classifier: isClassifier && draw.chance(0.5) ? classifierOf(draw, height) : null,
  }
  const document = tellable(fit(whole))
  return draw.chance(0.5) ? { ...document, title: plainTitle(document) } : document
}

function randomExperiment(draw: Draw): ChosenExperiment {
  const plan = draw.from(experimentPlans)
  let chosen: ChosenExperiment = { name: plan.name, inputs: {} }
  for (const input of plan.inputs) {
    if (draw.chance(0.5)) continue
    const value =
      input.kind === 'choice'
        ? draw.from(input.options).value
        : input.isWhole
          ? input.least + draw.below(input.most - input.least + 1)
          : input.least + (draw.below(1000) / 1000) * (input.most - input.least)
    chosen = withInput(chosen, input, value)
  }
  return chosen
}

export function randomView(draw: Draw): View {
  const fits = draw.chance(0.5)
  return {
    fit: fits,
    centre: fits ? 0 : draw.real(),
    height: fits ? 4 : draw.positive(),
    slice: draw.chance(0.7),
    tilt: draw.chance(0.3),
    model: draw.from(modelNames),
    beside: draw.from([...modelNames, 'none' as const]),
    pattern: draw.from(['none', 'polar', 'horocyclic', 'modular', '7,3', '3,12']),
    flow: draw.chance(0.3),
    turn: draw.chance(0.5) ? [0.35, 0.85] : [draw.real(), 0.7 + draw.below(800) / 1000],
    magnification: draw.chance(0.5) ? 1 : 0.2 + draw.below(39_000) / 1000,
    projection: draw.from<Projection>([
      { kind: 'entry' },
      { kind: 'sliders' },
      { kind: 'random', frame: 'intrinsic', seed: draw.below(1e9) },
      { kind: 'random', frame: 'coordinates', seed: draw.below(1e9) },
    ]),
    experiment: draw.chance(0.3) ? randomExperiment(draw) : null,
  }
}

/** Whether two values of plain data are the same in every bit: 0 is not -0, and a field is there or not. */
export function sameBits(p: unknown, q: unknown): boolean {
  if (Object.is(p, q)) return true
  if (typeof p !== 'object' || typeof q !== 'object' || p === null || q === null) return false
  if (Array.isArray(p) !== Array.isArray(q)) return false
  const [keys, others] = [Object.keys(p), Object.keys(q)]
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(q, key) && sameBits(p[key as keyof typeof p], q[key as keyof typeof q]))
  )
}
