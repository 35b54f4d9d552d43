import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { walk, type Stop, type Walked } from './walk'

const faults = (stops: readonly Stop[]) =>
  stops.flatMap(({ part, name, tag, faults }) => faults.map((fault) => `${part} ${tag} "${name}" ${fault}`))

/** Where the walk went back to a part or a panel that it had been through. */
const turnsBack = (stops: readonly Stop[], parts: readonly string[]) => {
  const places = stops.map(({ part, panel }) => 1000 * parts.indexOf(part) + panel)
  return stops
    .filter((_, n) => n > 0 && places[n]! < places[n - 1]!)
    .map(({ part, name }) => `${part} ${name}`)
}

/** The parts of the page in the order of reading, beside each other and below each other. */
export const beside = ['.skips', '.top', '.left', '.centre', '.tabs', '.right']
export const below = ['.skips', '.top', '.centre', '.tabs', '.left', '.right']

/** Tab goes from the top to the end of the page, or round the dialog that is open, and misses nothing. */
export async function expectWalk(
  page: Page,
  parts: readonly string[],
  where: string,
): Promise<readonly Stop[]> {
  return expectWalked(await walk(page), parts, where)
}

export function expectWalked(
  { stops, missed }: Walked,
  parts: readonly string[],
  where: string,
): readonly Stop[] {
  expect(faults(stops), where).toEqual([])
  expect(turnsBack(stops, parts), where).toEqual([])
  expect(missed, where).toEqual([])
  return stops
}
