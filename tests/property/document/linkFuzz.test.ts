import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { decodeLink, encodeLink, maxLinkLength } from '../../../src/document/link'
import { sealed } from '../../../src/document/linkSeal'
import { defaultDocument } from '../../../src/document/presets'
import { defaultView } from '../../../src/document/view'
import { Draw, randomDocument, randomView } from './randomStates'

const folder = path.join(import.meta.dirname, '../../unit/document/links')
const corpus = [0, 1].flatMap((version) =>
  readFileSync(path.join(folder, `version${version}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { link: string }).link)
    .filter((link) => link.length < 2000),
)

const keys =
  'v n c preset space seed size a b g x t theta alpha each reflected word time move cell free target head classifier title view slice tilt model beside pattern flow turn magnification projection experiment __proto__ constructor toString'.split(
    ' ',
  )
const pieces = [
  ...[
    '&',
    '=',
    ';',
    ',',
    '+',
    '-',
    '~',
    '#',
    '%',
    '%25',
    '%2525',
    '%252525E0',
    '%00',
    '%E0%A4%A',
    '%u0041',
    '\0',
  ],
  ...[
    '1',
    '0',
    '-0',
    '1e999',
    '-1e309',
    '1e-400',
    'NaN',
    'Infinity',
    '1/0',
    '9'.repeat(40),
    '0x10',
    '1_0',
    '٣',
  ],
  ...[
    'i',
    '-i',
    '0i',
    '1e151i',
    '(',
    ')',
    'sqrt(-1)',
    '((((',
    'log(0)',
    'exp(999)',
    'pi',
    '2,1,1,1',
    '1,0,0,-1',
  ],
  ...[
    'rows;1;fixed',
    'own,1',
    'own,99999',
    'spirals,1,512,2000,1;3;learned',
    'iris,4294967295;1;fixed',
    'seed:',
  ],
  ...['64,64,64', '99,99,99', 'g', 'm', 'f', 'gAAAA', 'g____', 'mAQEH', '__proto__', 'constructor.prototype'],
  ...[
    '<script>alert(1)</script>',
    '\u202e',
    '\ud800',
    'v=1',
    'v=0',
    'v=2',
    'v=99',
    '&n=1',
    '&c=AAAA',
    '&n=99999',
  ],
]
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const twiceEscaped = (sign: string) => `%25${sign.charCodeAt(0).toString(16).padStart(2, '0')}`

/** One link from a seed: a good one with a few changes, or made of parts, or of any characters at all. */
class Hostile {
  private readonly draw: Draw

  constructor(seed: number) {
    this.draw = new Draw(seed)
  }

  link(): string {
    const { draw } = this
    const kind = draw.below(20)
    if (kind === 0) return this.anything()
    if (kind < 4) return this.sealedOrNot(this.fields(), 'v=1')
    if (kind === 4) return `v=0${this.fields()}`
    const from = draw.chance(0.1) ? encodeLink(randomDocument(draw, 3), randomView(draw)) : draw.from(corpus)
    let text = from
    for (let n = 1 + draw.below(3); n > 0; n--) text = this.changed(text)
    // Half of them with a check that fits again, so that what was changed is read.
    return text.startsWith('v=1') ? this.sealedOrNot(text.slice(3).replace(/&[nc]=[^&]*/g, ''), 'v=1') : text
  }

  private sealedOrNot(fields: string, start: string): string {
    const how = this.draw.below(3)
    return how === 0
      ? sealed(fields)
      : how === 1
        ? `${start}${fields}`
        : `${start}&n=${this.draw.below(3000)}${fields}&c=${this.packed(4)}`
  }

  private anything(): string {
    const { draw } = this
    const start = draw.from(['', 'v=0&', 'v=1&', 'v=1&a=', 'v='])
    return (
      start +
      draw.list(draw.below(60), () => String.fromCharCode(draw.below(draw.from([128, 65_536])))).join('')
    )
  }

  private fields(): string {
    const { draw } = this
    return draw.list(draw.below(6), () => `&${draw.from(keys)}=${this.value()}`).join('')
  }

  private value(): string {
    const { draw } = this
    if (draw.chance(0.4)) return draw.from('gmf'.split('')) + this.packed(draw.below(40))
    return draw.list(draw.below(5), () => draw.from(pieces)).join(draw.from(['', ',', ';']))
  }

  private packed(length: number): string {
    return this.draw.list(length, () => base64[this.draw.below(64)]).join('')
  }

  private changed(text: string): string {
    const { draw } = this
    const at = draw.below(text.length + 1)
    const to = Math.min(text.length, at + draw.below(draw.chance(0.2) ? 400 : 4))
    const [before, cut, after] = [text.slice(0, at), text.slice(at, to), text.slice(to)]
    switch (draw.below(8)) {
      case 0:
        return before + after
      case 1:
        return before + cut + cut + after
      case 2:
        return before + cut.replace(/[ -~]/g, twiceEscaped) + after
      case 3:
        return before + this.packed(to - at) + after
      case 4:
        return before + String.fromCharCode(draw.below(256)) + after
      case 5:
        return text.replace(/=([^&]*)/, () => `=${this.value()}`)
      case 6:
        return draw.chance(0.02)
          ? before + draw.from(pieces).repeat(4000).slice(0, 32_000) + after
          : before + after
      default:
        return before + draw.from(pieces) + after
    }
  }
}

function isFinitePlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return value !== undefined && typeof value !== 'function'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false
  return Object.values(value).every(isFinitePlain)
}

const limitMs = 5

const timed = (link: string): number => {
  const start = performance.now()
  decodeLink(link)
  return performance.now() - start
}

it(
  '50 000 hostile links: never throws, opens all or nothing, only finite numbers, within 5 ms',
  { timeout: 240_000 },
  () => {
    const hostile = new Hostile(1)
    const counts = { opened: 0, refused: 0, readable: 0, cut: 0, changed: 0 }
    const slow: { link: string; ms: number }[] = []
    for (let n = 0; n < 50_000; n++) {
      const link = hostile.link()
      const start = performance.now()
      const read = decodeLink(link)
      const ms = performance.now() - start
      if (ms > limitMs) slow.push({ link, ms })
      const { document, view, rejected, readable } = read
      const isOpened = rejected.length === 0
      if (!isFinitePlain(read)) expect(read, link).toBe('finite plain data')
      if (!isOpened && (document !== defaultDocument || view !== defaultView))
        expect(read, link).toBe('nothing opened')
      counts[isOpened ? 'opened' : 'refused']++
      if (readable) {
        counts.readable++
        // What can be read is a document that a link can hold.
        const again = encodeLink(readable.document, readable.view)
        if (n % 40 === 0 && again.length <= maxLinkLength)
          expect(decodeLink(again).document).toEqual(readable.document)
      }
      if (/cut off/.test(rejected[0] ?? '')) counts.cut++
      if (/not as it was written/.test(rejected[0] ?? '')) counts.changed++
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(counts.opened).toBeGreaterThan(3000)
    expect(counts.refused).toBeGreaterThan(20_000)
    expect(Math.min(counts.readable, counts.cut, counts.changed)).toBeGreaterThan(1000)
    // A machine that does something else may take its time: what is slow is measured again, and the best of many counts.
    const still = slow.filter(
      ({ link }) => Math.min(...Array.from({ length: 25 }, () => timed(link))) > limitMs,
    )
    expect(still).toEqual([])
  },
)

it('links of the greatest length are read or refused within 5 ms', () => {
  const long = (start: string, piece: string) =>
    start + piece.repeat(Math.floor((maxLinkLength - start.length) / piece.length))
  const starts = [
    'v=0&a=',
    'v=0&each=',
    'v=0&word=',
    'v=0&target=',
    'v=0&head=',
    'v=0&head=0,1,1;1;fixed;own,1;',
    'v=0&x=',
    'v=0&title=',
    'v=0',
    'v=1',
    'v=1&n=',
    'v=1&a=g',
    'v=1&target=m',
    'v=1&head=',
    'v=0&experiment=pass',
  ]
  const ends = [
    '1,',
    'i,',
    '2i;',
    'pi,',
    '(1),',
    '1;',
    '(',
    'a~0,',
    '&',
    '&a',
    '&c=AAAA',
    '%25',
    '%',
    '=',
    ')',
    'B',
    'AAAA',
    '____',
    ',side=2',
  ]
  const links = starts.flatMap((start) => ends.map((end) => long(start, end)))
  const all = [
    ...links,
    ...links.map((link) => sealed(link.slice(3, maxLinkLength - 20))),
    'v=1&seed=9999&size=64,64,64',
  ]
  for (const link of all) {
    expect(link.length).toBeLessThanOrEqual(maxLinkLength)
    const best = () => Math.min(...Array.from({ length: 5 }, () => timed(link)))
    if (best() > limitMs && best() > limitMs && best() > limitMs)
      expect(best(), link.slice(0, 60)).toBeLessThan(limitMs)
  }
}, 120_000)
