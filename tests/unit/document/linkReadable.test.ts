import { describe, expect, it } from 'vitest'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { defaultView } from '../../../src/document/view'

const readable = (link: string) => decodeLink(link).readable

describe('what can be read of a link that was refused', () => {
  it.each([
    ['a field that is none', 'v=0&move=a&colour=red', { move: 'a' }],
    [
      'a value that is none',
      'v=1&preset=line3&alpha=two&move=b',
      { space: 'line', move: 'b', element: 1.25 },
    ],
    [
      'a value that the document does not take',
      'v=1&t=0.5&x=1&target=1,2',
      { element: { x: 1, t: 0.5, theta: -0.55 }, target: 'base' },
    ],
    [
      'an element that is a reflection',
      'v=0&g=0,1,1,0&cell=1,2',
      { selection: [0, 1], element: defaultDocument.element },
    ],
    ['a field given twice', 'v=1&move=a&move=b&cell=1,2', { move: 'both', selection: [0, 1] }],
  ])('%s', (_, link, rest) => {
    expect(decodeLink(link)).toMatchObject({ document: defaultDocument, view: defaultView })
    expect(decodeLink(link).rejected).not.toEqual([])
    expect(readable(link)?.document).toMatchObject(rest)
  })
  it('a matrix is never read with another one than its own', () => {
    const { a, b } = defaultDocument
    expect(readable('v=1&a=i,2i,3i;i,2i,3i;i,2i,3i&b=i,i,i;0,i,i;i,i,i&move=a')?.document).toMatchObject({
      a,
      b,
      move: 'a',
    })
  })
  it('the view, without what was refused of it', () => {
    expect(readable('v=1&tilt=1&model=sphere')?.view).toEqual({ ...defaultView, tilt: true })
  })
  it('of a link that was changed on its way: what it says now', () => {
    const link = encodeLink({ ...defaultDocument, move: 'a', title: 'T' }, defaultView)
    expect(readable(link.replace('move=a', 'move=b'))?.document).toMatchObject({ move: 'b', title: 'T' })
  })
  it('of a link that was cut off: its whole fields', () => {
    const link = encodeLink(
      { ...presetNamed('line3')!.document, element: 2, move: 'a', title: 'T' },
      defaultView,
    )
    expect(readable(link.slice(0, link.indexOf('move=a') + 5))?.document).toMatchObject({
      space: 'line',
      element: 2,
      move: 'both',
    })
  })
  it('of a link that was cut off: nothing where one matrix is whole and the other one is not', () => {
    const document = { ...defaultDocument, a: defaultDocument.b }
    const link = encodeLink(document, defaultView)
    expect(readable(link.slice(0, link.indexOf('&b=') + 20))).toBeUndefined()
    expect(readable(link.slice(0, -1))?.document).toMatchObject({ a: document.a, b: document.b })
  })
  it.each([
    'v=2&move=a',
    'v=99',
    'hello',
    'v',
    'v=1',
    'v=1&',
    'v=1&t=two',
    '%',
    `v=1&title=${'x'.repeat(40_000)}`,
  ])('nothing: %.20s', (link) => {
    expect(decodeLink(link).rejected).not.toEqual([])
    expect(decodeLink(link)).not.toHaveProperty('readable')
  })
})

describe('what is refused counts from 1', () => {
  it.each([
    ['v=1&a=i,i;i,0&b=i;i', 'a: row 2, entry 2: Im must be > 0'],
    ['v=1&target=1,2,3;1,2,3', 'target: must be 3 × 3'],
    ['v=1&target=1,2,3;1,2,3;1,2', 'target: row 3: must have 3 numbers'],
    ['v=1&target=1,2,3;1,2,3;1,2,1e151', 'target: row 3, entry 3: must not exceed'],
    ['v=1&word=1,0,0,1;0,1,1,0', 'word: number 2: determinant -1'],
    ['v=1&each=1,0,0,1;1,0,0,1;0,1,1,0', 'element: number 3: determinant -1'],
    ['v=1&head=0,1,4;1;fixed;20,10,2,1', 'head: token 3: its parent is one of 1 to 3'],
    ['v=1&head=0,0,1;1;fixed;20,10,2,1', 'head.task.parents: nodes 1 and 2 both have no parent'],
    ['v=1&head=0,1,1;1;fixed;own,1;1,2;1,4', 'head: sequence 2: tokens are 1 to 3'],
    [
      'v=1&head=0,1,1;1;fixed;own,1;1,2;1',
      'head.task.sequences.heldOut: number 1: must be a list of 2 to 16',
    ],
    [
      'v=1&space=line&classifier=own,1;1;fixed;a,b;1,1;2,3;3,2&b=1,2',
      'classifier: row 2: the class, its last number, is 1 to 2',
    ],
  ])('%s', (link, sentence) => {
    expect(decodeLink(link).rejected[0]).toContain(sentence)
  })
})
