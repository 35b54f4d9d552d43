import type { Page } from 'playwright-core'
import { act, normalised, type Complex, type Matrix } from './oracle'
import { state } from './page'

/** How the half-plane lies on the screen: left = left0 + scale·x, top = top0 - scale·y. */
export interface Placement {
  readonly scale: number
  readonly left0: number
  readonly top0: number
  /** Number of handles, and by how many pixels the worst of them misses this. */
  readonly count: number
  readonly slack: number
}

/** The placement that agrees best with the handles, which mark entries that are computed here. */
export async function placement(page: Page): Promise<Placement> {
  const { document } = await state(page)
  const g = normalised(document.element as Matrix)
  const [k, l] = document.selection
  const seen: { left: number; top: number; z: Complex }[] = []
  for (const [factor, index] of document.b.flatMap((_, i) => [['a', i] as const, ['b', i] as const])) {
    const entry = (factor === 'a' ? document.a[k]![index] : document.b[index]![l]) as Complex
    const isMoved = document.move === 'both' || document.move === factor
    const name = factor === 'a' ? entryName('a', k, index) : entryName('b', index, l)
    const box = await handle(page, name).boundingBox()
    seen.push({
      left: box!.x + box!.width / 2,
      top: box!.y + box!.height / 2,
      z: isMoved ? act(g, entry) : entry,
    })
  }
  const mean = (of: (one: (typeof seen)[number]) => number) =>
    seen.reduce((s, p) => s + of(p), 0) / seen.length
  const [x, y, left, top] = [
    mean((p) => p.z[0]),
    mean((p) => p.z[1]),
    mean((p) => p.left),
    mean((p) => p.top),
  ]
  const together = mean((p) => (p.left - left) * (p.z[0] - x) - (p.top - top) * (p.z[1] - y))
  const scale = together / mean((p) => (p.z[0] - x) ** 2 + (p.z[1] - y) ** 2)
  const [left0, top0] = [left - scale * x, top + scale * y]
  const miss = seen.map((p) => {
    const [u, v] = [left0 + scale * p.z[0], top0 - scale * p.z[1]]
    return Math.sqrt((u - p.left) ** 2 + (v - p.top) ** 2)
  })
  return { scale, left0, top0, count: seen.length, slack: Math.max(...miss) }
}

/** The button over an entry of the selected cell. */
export const handle = (page: Page, name: string) => page.getByRole('button', { name: `Entry ${name}:` })

/** a₁₂ for row 0, column 1; sizes up to 9. */
export const entryName = (factor: 'a' | 'b', row: number, column: number) =>
  factor + String.fromCharCode(0x2081 + row, 0x2081 + column)

export const onScreen = ({ scale, left0, top0 }: Placement, [x, y]: Complex): [left: number, top: number] => [
  left0 + scale * x,
  top0 - scale * y,
]
export const inPlane = ({ scale, left0, top0 }: Placement, left: number, top: number): Complex => [
  (left - left0) / scale,
  (top0 - top) / scale,
]

/** Presses at the first place, moves through the others and, unless told otherwise, lets go. */
export async function drag(
  page: Page,
  [from, ...to]: readonly (readonly [left: number, top: number])[],
  release = true,
): Promise<void> {
  await page.mouse.move(...(from as [number, number]))
  await page.mouse.down()
  for (const [left, top] of to) await page.mouse.move(left, top, { steps: 4 })
  if (release) await page.mouse.up()
}

/** Where every entry of the half-plane is marked: the base, and what g has made of it. */
export async function marks(page: Page, at: Placement) {
  const { document } = await state(page)
  const g = normalised(document.element as Matrix)
  return (['a', 'b'] as const).flatMap((factor) =>
    document[factor].flatMap((entries, row) =>
      entries.map((entry, column) => ({
        factor,
        row,
        column,
        base: onScreen(at, entry as Complex),
        moved: onScreen(at, act(g, entry as Complex)),
      })),
    ),
  )
}

const apart = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) =>
  Math.sqrt((x - u) ** 2 + (y - v) ** 2)

/** Foot and tip of the frame of g: the image of i, and of the upward direction there. */
export async function frameMarks(page: Page): Promise<[foot: [number, number], tip: [number, number]]> {
  const middle = async (part: 'foot' | 'arrow') => {
    const box = (await page.getByRole('button', { name: `Frame ${part}` }).boundingBox())!
    return [box.x + box.width / 2, box.y + box.height / 2] as [number, number]
  }
  return [await middle('foot'), await middle('arrow')]
}

/** The middles of everything of g that can be held. */
async function handlesOfElement(page: Page): Promise<[left: number, top: number][]> {
  const buttons = page.getByRole('group', { name: 'Handles of g' }).first().getByRole('button')
  return buttons.evaluateAll((all) =>
    all.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      return [left + width / 2, top + height / 2]
    }),
  )
}

/** Places of the stage, `room` pixels from its edge and from every mark and handle, the emptiest first. */
export async function emptyPlaces(page: Page, at: Placement, room = 40): Promise<[number, number][]> {
  const box = (await page.locator('.stage-plane').boundingBox())!
  const entries = (await marks(page, at)).flatMap(({ base, moved }) => [base, moved])
  const taken = [...entries, ...(await handlesOfElement(page))]
  const found: { place: [number, number]; free: number }[] = []
  for (let left = box.x + room; left < box.x + box.width - room; left += 20) {
    for (let top = box.y + 80; top < box.y + box.height - 2 * room; top += 20) {
      const free = Math.min(...taken.map((mark) => apart(mark, [left, top])))
      if (free > room) found.push({ place: [left, top], free })
    }
  }
  return found.sort((p, q) => q.free - p.free).map(({ place }) => place)
}

/** The entry whose moved mark is farthest from any other moved mark and from the buttons on the stage. */
export async function loneliest(page: Page, at: Placement) {
  const all = await marks(page, at)
  const handles = await handlesOfElement(page)
  const corners = await page.locator('[data-over-canvas]').evaluateAll((all) =>
    all.map((one) => {
      const { right, bottom } = one.getBoundingClientRect()
      return [right, bottom] as const
    }),
  )
  const room = ({ moved }: (typeof all)[number]) => {
    const others = all.filter((other) => other.moved !== moved).map((other) => apart(moved, other.moved))
    const beside = corners.map(([right, bottom]) => Math.max(moved[0] - right, moved[1] - bottom))
    return Math.min(...beside, ...others, ...handles.map((mark) => apart(moved, mark)))
  }
  return all.reduce((best, one) => (room(one) > room(best) ? one : best))
}
