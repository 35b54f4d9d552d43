import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { decodeLink, encodeLink, maxLinkLength } from '../../../src/document/link'
import { defaultDocument, presetNamed, presets } from '../../../src/document/presets'
import { defaultView, type View } from '../../../src/document/view'
import { plainLink } from '../../links'

const line = presetNamed('line3')!.document
const opened = (link: string): Document => {
  const { document, rejected } = decodeLink(link)
  expect(rejected).toEqual([])
  return document
}

const inOtherOrder = (view: View) => Object.fromEntries(Object.entries(view).reverse()) as unknown as View

describe('encodeLink', () => {
  it('leaves out what the reader starts from', () => {
    expect(plainLink(defaultDocument, defaultView)).toBe('v=1')
  })
  it.each(
    presets
      .filter(({ document }) => document !== defaultDocument)
      .map(({ name, document }) => [name, document] as const),
  )('names %s', (name, document) => {
    expect(plainLink(document, defaultView)).toBe(`v=1&preset=${name}`)
    expect(opened(`v=1&preset=${name}`)).toEqual(document)
  })
  it('writes what differs, in a fixed order, counting from 1', () => {
    const document: Document = {
      ...defaultDocument,
      element: [2, 1, 1, 1],
      move: 'a',
      selection: [0, 2],
      free: { factor: 'b', row: 1, column: 0 },
      target: { seed: 12 },
      title: 'My “model” & co (1)',
    }
    const view = {
      ...defaultView,
      fit: false,
      centre: -0.5,
      height: 3,
      slice: !defaultView.slice,
      tilt: true,
    }
    expect(plainLink(document, view)).toBe(
      'v=1&g=2,1,1,1&move=a&cell=1,3&free=b,2,1&target=seed:12' +
        '&title=My%20%E2%80%9Cmodel%E2%80%9D%20%26%20co%20%281%29&view=-0.5,3&slice=0&tilt=1',
    )
  })
  it('writes reflection, word and time after the element, and the model of the plane after the window', () => {
    const document: Document = {
      ...defaultDocument,
      element: [2, 1, 1, 1],
      reflected: true,
      word: [[1, 1, 0, 1], { x: 0.5, t: 0, theta: -1 }],
    }
    const view: View = {
      ...defaultView,
      model: 'disk',
      beside: 'klein',
      pattern: '7,3',
      flow: true,
      turn: [-0.5, 1.25],
      magnification: 1.5,
    }
    const link = plainLink(document, view)
    expect(link).toBe(
      'v=1&g=2,1,1,1&reflected=1&word=1,1,0,1;0.5,0,-1;' +
        '&model=disk&beside=klein&pattern=7,3&flow=1&turn=-0.5,1.25&magnification=1.5',
    )
    expect(decodeLink(link)).toEqual({ document, view, rejected: [] })
    expect(plainLink({ ...line, word: [1, -2], time: 0.5 }, defaultView)).toBe(
      'v=1&preset=line3&word=1;-2;&time=0.5',
    )
  })
  it('writes reflections as they are, for all inner indices or for each', () => {
    const element = [1, 2, 3]
    const document: Document = { ...line, element, reflected: [true, false, true] }
    const link = plainLink(document, defaultView)
    expect(link).toBe('v=1&preset=line3&each=1;2;3;&reflected=1,0,1')
    expect(opened(link)).toEqual(document)
    expect(opened('v=1&preset=line3&each=1;2;3;&reflected=1,1,1').reflected).toBe(true)
  })
  it('writes only the coordinates that moved', () => {
    const element = { x: 0.55, t: 0.25, theta: -0.55 }
    expect(plainLink({ ...defaultDocument, element }, defaultView)).toBe('v=1&t=0.25')
  })
  it('writes entries as a person reads them', () => {
    const document: Document = {
      ...defaultDocument,
      title: '',
      a: [
        [
          [0.5, 1.2],
          [0, 1],
        ],
      ],
      b: [[[-2, 1]], [[1e21, 1e-9]]],
      selection: [0, 0],
      free: { factor: 'a', row: 0, column: 1 },
      element: [[1, 2, 0, 1], { x: 1, t: 2, theta: 3 }],
    }
    const link = plainLink(document, defaultView)
    expect(link).toBe('v=1&a=0.5+1.2i,i&b=-2+i;1e21+1e-9i&each=1,2,0,1;1,2,3;&title=')
    expect(opened(link)).toEqual(document)
  })
  it('writes equal states alike: 0 as -0, and whatever the order of fields', () => {
    const rows = (zero: number) => Array.from({ length: 4 }, () => [zero, 1, zero, -2.5])
    const of = (zero: number): Document => ({ ...line, a: rows(zero), b: rows(zero), element: zero })
    expect(encodeLink(of(-0), { ...defaultView, fit: false, centre: -0 })).toBe(
      encodeLink(of(0), inOtherOrder({ ...defaultView, fit: false, centre: 0 })),
    )
    expect(decodeLink(encodeLink(of(-0), defaultView)).document.a).toEqual(rows(0))
  })
  it('writes the real line', () => {
    const document: Document = {
      ...line,
      title: '1 × 2 and 2 × 1 on the real line',
      a: [[1, -2.5]],
      b: [[0], [3]],
      element: [0.5, 1e-9],
      selection: [0, 0],
      free: { factor: 'a', row: 0, column: 1 },
      target: [[7.25]],
    }
    expect(plainLink(document, defaultView)).toBe('v=1&space=line&a=1,-2.5&b=0;3&each=0.5;1e-9;&target=7.25')
  })
})

describe('decodeLink', () => {
  it('takes the # and an empty link', () => {
    expect(decodeLink('#v=0&move=b').document.move).toBe('b')
    for (const empty of ['', '#']) {
      expect(decodeLink(empty)).toEqual({ document: defaultDocument, view: defaultView, rejected: [] })
    }
  })
  it('reads what a person writes', () => {
    expect(opened('v=0&theta=pi/4').element).toEqual({ x: 0.55, t: -0.1, theta: Math.PI / 4 })
    expect(opened('v=0&preset=halfPlane2&t=log(2)').element).toEqual({ x: 0, t: Math.LN2, theta: 0 })
    expect(opened('v=0&a=%69,2i,1/2%2Bi&b=i;i;2i').a).toEqual([
      [
        [0, 1],
        [0, 2],
        [0.5, 1],
      ],
    ])
    expect(opened('v=0&space=line')).toEqual(line)
    expect(opened('v=0&preset=line2&alpha=-sqrt(2)').element).toBe(-Math.SQRT2)
  })
  it('reads 3,7 and pi/2, and keeps old links the same', () => {
    expect(decodeLink('v=0&pattern=3,7&turn=0,pi/2').view).toEqual({
      ...defaultView,
      pattern: '3,7',
      turn: [0, Math.PI / 2],
    })
    expect(opened('v=0&g=2,1,1,1')).toMatchObject({ reflected: false, word: [], time: 1 })
  })
  it('clamps what is not given to the new size', () => {
    expect(opened('v=0&a=i&b=2i,3i').selection).toEqual([0, 0])
  })

  it.each([
    ['v=2', ['v: the link has version 2: a newer Moduli than this one wrote it']],
    ['v=2&n=1000&a=gAB', ['v: the link has version 2: a newer Moduli than this one wrote it']],
    ['v=99&t=1', ['v: the link has version 99: a newer Moduli than this one wrote it']],
    ['v=7&shape=round', ['v: the link has version 7: a newer Moduli than this one wrote it']],
    ['v=-1e9', ['v: must be 0 or 1, got "-1e9"']],
    ['v=&x=1', ['v: must be 0 or 1, got ""']],
    ['v=00', ['v: must be 0 or 1, got "00"']],
    ['preset=line3', ['v: is missing: this is not a link of Moduli, or only a part of one']],
    ['v=0&colour=red', ['"colour": is not a field of a link']],
    ['v=0&__proto__=1', ['"__proto__": is not a field of a link']],
    ['v=0&tilt', ['"tilt": is not a field of a link']],
    ['v=0&move=a&move=b', ['move: is given twice']],
    ['v=0&title=%E0%A4%A', ['title: "%E0%A4%A" has a broken % escape']],
    ['v=0&preset=toString', ['preset: there is none called "toString"']],
    ['v=0&space=disk', ['space: must be line or halfPlane, got "disk"']],
    ['v=0&preset=line3&space=halfPlane', ['space: is halfPlane, but the preset line3 is not']],
    ['v=0&a=i,i,i;i,1,i', ['a: row 2, entry 2: Im must be > 0, got 0']],
    ['v=0&a=i,i', ['a: has 2 columns, b has 3 rows: they must be equal']],
    ['v=0&a=i,i,i;i', ['a: row 2 has 1 entry, row 1 has 3']],
    ['v=0&g=1,0,0', ['g: must be the four numbers a,b,c,d, got "1,0,0"']],
    ['v=0&g=0,1,1,0', ['element: determinant -1: a reflection, not in PSL(2,R)']],
    ['v=0&g=1,0,0,1&theta=1', ['theta: is given together with g: they are two ways to give the element']],
    ['v=0&alpha=1', ['element: must be a 2×2 or coordinates x, t, theta, not one number']],
    ['v=0&theta=1/0', ['theta: "1/0": division by zero']],
    ['v=0&each=1,2', ['each: each element has 1, 3 or 4 numbers, got "1,2"']],
    ['v=0&each=1,0,0,1;', ['element: one for each of 3 inner indices is needed, got 1']],
    ['v=0&move=c', ['move: must be "both", "a" or "b", got a string']],
    ['v=0&cell=4,1', ['cell: must be row,column within 3,3, got "4,1"']],
    ['v=0&cell=0,1', ['cell: must be row,column within 3,3, got "0,1"']],
    ['v=0&free=c,1,1', ['free: must be a,row,column or b,row,column inside the factor, got "c,1,1"']],
    ['v=0&a=i,i,i&free=a,2,1', ['free: must be a,row,column or b,row,column inside the factor, got "a,2,1"']],
    ['v=0&target=1,2', ['target: must be 3 × 3 as the product is, got 1 rows']],
    ['v=0&target=seed:9999999999', ['target.seed: must be a whole number, 0 to 4294967295, got 9999999999']],
    ['v=0&view=1', ['view: must be centre,height, got "1"']],
    ['v=0&view=0,0', ['view: the height must be > 0, got 0']],
    ['v=0&reflected=2', ['reflected: must be 0 or 1, or one of these for each inner index, got "2"']],
    ['v=0&reflected=1,0,1', ['reflected: is a list, but the element is one for all inner indices']],
    [
      'v=0&each=1,0,0,1;1,0,0,1;1,0,0,1;&reflected=1,0',
      ['reflected: one for each of 3 inner indices is needed, got 2'],
    ],
    ['v=0&word=', ['word: a number is missing']],
    ['v=0&word=1,2', ['word: each element has 1, 3 or 4 numbers, got "1,2"']],
    ['v=0&word=1,0,0,1;0,1,1,0', ['word: number 2: determinant -1: a reflection, not in PSL(2,R)']],
    ['v=0&word=3', ['word: number 1: must be a 2×2 or coordinates x, t, theta, not one number']],
    ['v=0&word=' + '1,0,0,1;'.repeat(25), ['word: must not have more than 24 elements']],
    [
      'v=0&word=1,0,0,1&each=1,0,0,1;1,0,0,1;1,0,0,1',
      ['word: must be empty where each inner index has its own element'],
    ],
    ['v=0&time=4', ['time: must be a number from -2 to 3, got 4']],
    ['v=0&time=', ['time: a number is missing']],
    [
      'v=0&time=0.5&reflected=1',
      ['time: must be 1 with a reflection, which has no powers in between, got 0.5'],
    ],
    ['v=0&g=1e60,0,0,1e-60&time=2', ['time: g to the power 2 moves points too far for float64 numbers']],
    ['v=0&model=sphere', ['model: must be halfPlane, disk, klein, hyperboloid, band, got "sphere"']],
    ['v=0&beside=', ['beside: must be halfPlane, disk, klein, hyperboloid, band or none, got ""']],
    ...['4,4', '13,3', '2,9', '7', '07,3', 'polar,1'].map((text): [string, string[]] => [
      `v=0&pattern=${text}`,
      [
        'pattern: must be none, polar, horocyclic, modular or p,q from 3 to 12 with 1/p + 1/q < 1/2 as in 7,3, ' +
          `got "${text}"`,
      ],
    ]),
    ['v=0&flow=on', ['flow: must be 0 or 1, got "on"']],
    ['v=0&turn=1', ['turn: must be azimuth,elevation, got "1"']],
    ['v=0&turn=0,0.5', ['turn: the elevation must be in [0.7, π/2], got 0.5']],
    ['v=0&magnification=0', ['magnification: must be in [0.2, 40], got 0']],
    ['v=0&slice=yes', ['slice: must be 0 or 1, got "yes"']],
  ])('%s is refused', (link, rejected) => {
    expect(decodeLink(link)).toMatchObject({ document: defaultDocument, view: defaultView, rejected })
  })
  it('one field refused, nothing opened', () => {
    const { document, rejected } = decodeLink('v=0&move=a&tilt=2')
    expect(document).toBe(defaultDocument)
    expect(rejected).toHaveLength(1)
  })
  it('stops before parsing what is too long', () => {
    const link = `v=0&title=${'x'.repeat(maxLinkLength)}`
    expect(decodeLink(link).rejected).toEqual([
      'link: 32778 characters; at most 32768 are read, open a file instead',
    ])
  })
})
