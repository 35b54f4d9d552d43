import { movePoints } from '../learning/parameters'
import { attentionRecipes, buildAttention } from '../learning/recipes'
import type { Task } from '../learning/task'
import { act, compose, element, type Psl2r } from '../math/psl2r'
import { random, randomElement, type Random } from '../math/random'
import { expMap } from '../math/upperHalfPlane'
import { barriersResult, type Ends, type Barriers } from './barriersResult'
import { alignedTo, barrierOf, geodesic, highestNear, lossesAlong, straight } from './lossPaths'
import type { Experiment, PageModel, Progress } from './record'
import { pageHead, trained } from './trained'

export interface BarriersInputs {
  readonly moves: 'any' | 'rotations' | 'affine'
  readonly elements: number
  /** hyperbolic length that they move i by, at most */
  readonly length: number
  readonly seed: number
}

/** The largest loss of a head that counts as trained. */
const learned = 0.2
/** Where no head is on the page, the first one's seed is so much greater: at the start the two draw different trees. */
const seedsOn = 4
/** Parts of a path. */
const samples = 60

/**
 * A trained head and a second one of the same task, which elements of the group move about in its orbit. Its loss
 * stays, and so does the barrier on geodesics after aligning; on straight lines and on geodesics without aligning the
 * barrier follows the element. Barriers are loss above the line between the ends, so none is negative.
 *
 * On straight lines z ↦ λz + μ on one end changes only where on the way a loss is met: such elements keep the highest
 * loss on the way there.
 */
export const barriers: Experiment<BarriersInputs> = function* (inputs, page) {
  const { moves, elements, length, seed } = inputs
  const { task, first, isFromPage } = firstModel(page)
  const found: Barriers[] = []
  let ends: Ends | undefined
  const progress = (part: number, doing: string): Progress => ({
    part,
    doing,
    result: barriersResult(inputs, found, ends, isFromPage),
  })
  const { settings } = buildAttention(attentionRecipes.tree7)
  const { steps } = attentionRecipes.tree7
  const from =
    first ??
    (yield* trained(task, settings, steps, seed + seedsOn, (part) => progress(0.25 * part, 'first head')))
  const to = yield* trained(task, settings, steps, seed, (part) =>
    progress(0.25 + 0.25 * part, 'second head'),
  )
  const next = random(seed)
  const { layout } = task
  for (let n = 0; n < elements; n++) {
    const g = elementFor(moves, n / elements, length, next)
    const moved = movePoints(layout, to, (points, out) => void act(g, points, out))
    const { parameters: image } = alignedTo(layout, moved, from)
    const ways = {
      straight: lossesAlong(task, straight(from, moved), from, samples),
      geodesic: lossesAlong(task, geodesic(layout, from, moved), from, samples),
      aligned: lossesAlong(task, geodesic(layout, from, image), from, samples),
    }
    found.push({
      at: moves === 'rotations' ? (360 * n) / elements : n + 1,
      straight: barrierOf(ways.straight),
      highest: highestNear(task, straight(from, moved), from, ways.straight),
      geodesic: barrierOf(ways.geodesic),
      aligned: barrierOf(ways.aligned),
      loss: ways.straight.at(-1)!,
    })
    ends = { losses: [task.loss(from), task.loss(to)], ways }
    yield progress(0.5 + (0.5 * (n + 1)) / elements, `element ${n + 1} of ${elements}`)
  }
  return progress(1, '').result
}

/** The head on the page if it has learned its task, else none of that task; without a head there, that of 7 nodes. */
function firstModel(page: PageModel): {
  readonly task: Task
  readonly first: Float64Array | undefined
  readonly isFromPage: boolean
} {
  const head = pageHead(page)
  if (!head) return { task: buildAttention(attentionRecipes.tree7).task, first: undefined, isFromPage: false }
  const isFromPage = head.task.loss(head.parameters) < learned
  return { task: head.task, first: isFromPage ? head.parameters : undefined, isFromPage }
}

function elementFor(moves: BarriersInputs['moves'], part: number, length: number, next: Random): Psl2r {
  const turn = Math.PI * part
  const rotation = element(Math.cos(turn), -Math.sin(turn), Math.sin(turn), Math.cos(turn))
  if (moves === 'rotations') return rotation
  const reach = length * next()
  if (moves === 'any') return compose(randomElement(next, reach), rotation)
  const angle = 2 * Math.PI * next()
  const [x, y] = expMap(0, 1, reach * Math.cos(angle), reach * Math.sin(angle), new Float64Array(2))
  return element(y!, x!, 0, 1)
}
