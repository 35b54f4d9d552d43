import { describe, expect, it } from 'vitest'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { crc24, sealed } from '../../../src/document/linkSeal'
import { defaultDocument, presetNamed, presets } from '../../../src/document/presets'
import { trainedPresets } from '../../../src/document/trainedPresets'
import { defaultView } from '../../../src/document/view'
import { Draw, randomDocument, randomView } from '../../property/document/randomStates'

const draw = new Draw(21)
const states = [
  ...[...presets, ...trainedPresets].map(({ document }) => ({ document, view: defaultView })),
  { document: { ...defaultDocument, title: 'a, b; (c) = “d” & 1+1 ~ 2' }, view: defaultView },
  ...draw.list(60, (n) => ({ document: randomDocument(draw, n < 50 ? 3 : 6), view: randomView(draw) })),
]
const links = states.map(({ document, view }) => encodeLink(document, view))

it('crc24 has the check value of its catalogue', () => {
  expect(crc24('123456789')).toBe(0x21cf02)
  expect(crc24('')).toBe(0xb704ce)
})

describe('a written link', () => {
  it('says how long it is and ends with its check', () => {
    for (const link of links) {
      const n = /^v=1&n=(\d+)&.*c=[\w-]{4}$/.exec(link)
      expect(n, link).not.toBeNull()
    }
    const link = encodeLink(defaultDocument, defaultView)
    expect(link).toBe(sealed(''))
    expect(link.length - 'v=1&n=7'.length).toBe(7)
  })
  it('cut off anywhere is known as cut off, says where, and opens nothing', { timeout: 60_000 }, () => {
    let count = 0
    for (const link of links) {
      for (let at = 1; at < link.length; at++) {
        const { document, view, rejected } = decodeLink(link.slice(0, at))
        if (document !== defaultDocument || view !== defaultView) throw new Error(link.slice(0, at))
        if (!rejected[0]?.startsWith('It was cut off after '))
          expect(rejected, link.slice(0, at)).toBe('cut off')
        count++
      }
    }
    expect(count).toBeGreaterThan(20_000)
  })
  it('says after how many characters of how many', () => {
    const link = sealed(
      `&target=${Array.from({ length: 9 }, () => '1.5')
        .join(',')
        .repeat(60)}`,
    )
    expect(link.length).toBeGreaterThan(1984)
    expect(decodeLink(link.slice(0, 1984)).rejected).toEqual([
      `It was cut off after 1,984 of ${String(link.length).replace(/(\d)(\d{3})$/, '$1,$2')} characters`,
    ])
    expect(decodeLink(link.slice(0, 5)).rejected).toEqual(['It was cut off after 5 characters'])
  })
  it('with one character changed, removed or doubled, or two exchanged, is known as changed or cut', () => {
    const [text] = [encodeLink(presetNamed('random4')!.document, { ...defaultView, tilt: true })]
    const others: string[] = []
    for (let at = 3; at < text.length; at++) {
      for (const sign of 'aZ09-_,;&=') others.push(text.slice(0, at) + sign + text.slice(at + 1))
      others.push(text.slice(0, at) + text.slice(at + 1), text.slice(0, at) + text[at] + text.slice(at))
      if (at + 1 < text.length) others.push(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))
    }
    for (const other of others) {
      if (other === text) continue
      const { document, rejected } = decodeLink(other)
      expect(document).toBe(defaultDocument)
      expect(rejected[0], other).toMatch(/^It (was cut off|is not as it was written)|^v: /)
    }
    expect(others.length).toBeGreaterThan(400)
  })
  it('opens with what a sentence puts behind it, and with signs that mail programs write in another way', () => {
    for (const [n, link] of links.entries()) {
      const whole = decodeLink(link)
      expect(whole.rejected).toEqual([])
      const ways = [
        `${link}.`,
        `${link})…`,
        link.replaceAll('&', '&amp;'),
        link.replaceAll(',', '%2C').replaceAll(';', '%3b').replaceAll('+', '%2B').replaceAll('~', '%7e'),
        link.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
      ]
      for (const way of ways) expect(decodeLink(way), `${n}: ${way}`).toEqual(whole)
    }
  })
})

describe('a link by hand', () => {
  it('needs neither length nor check', () => {
    expect(decodeLink('v=1&t=0.5').document).toEqual(decodeLink('v=0&t=0.5').document)
    expect(decodeLink('v=1&preset=line3&alpha=-1.5')).toEqual(decodeLink('v=0&preset=line3&alpha=-1.5'))
  })
  it.each([
    ['v', 'It was cut off after 1 character'],
    ['v=', 'It was cut off after 2 characters'],
    ['v=1', 'It was cut off after 3 characters'],
    ['v=1&', 'It was cut off after 4 characters'],
    ['v=1&t=0.5&ti', 'It was cut off after 12 characters'],
  ])('%s is a part of one', (link, sentence) => {
    expect(decodeLink(link)).toMatchObject({ document: defaultDocument, rejected: [sentence] })
  })
  it('that a packed matrix ends too early in is refused', () => {
    expect(decodeLink('v=1&a=gBBACAw&b=i').rejected).toEqual([
      expect.stringMatching(/^a: the packed numbers end before/),
    ])
  })
  it('with a check that is not its own is refused, and says what to do', () => {
    const link = encodeLink({ ...defaultDocument, move: 'a' }, defaultView)
    const byHand = link.replace('move=a', 'move=b')
    expect(decodeLink(byHand).rejected).toEqual([
      'It is not as it was written, something changed it on the way. To open it as it is now, take n=… and c=… out of it',
    ])
    expect(decodeLink(byHand.replace(/&[nc]=[^&]*/g, '')).document.move).toBe('b')
  })
})
