import { expect, it } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import type { TwinReply, TwinSettings } from '../../../src/workers/twinMessages'
import { twinSession } from '../../../src/workers/twinSession'
import { startedTree } from '../../trees'

const settings: TwinSettings = {
  method: 'adam',
  stepsIn: 'intrinsic',
  learningRate: 0.05,
  steps: 10,
  move: 'rotation',
  seed: undefined,
}
const head = { ...defaultDocument, ...startedTree(7, 1, false, 1) }

function session() {
  const replies: TwinReply[] = []
  const due: (() => void)[] = []
  const receive = twinSession({
    post: (reply) => replies.push(reply),
    later: (go) => due.push(go),
    now: () => 0,
  })
  const rest = () => {
    while (due.length > 0) due.shift()!()
  }
  return { replies, receive, rest }
}

it('refuses, with the reason, a document without a model and settings of no use', () => {
  const { replies, receive, rest } = session()
  receive({ kind: 'begin', run: 1, document: defaultDocument, settings })
  receive({ kind: 'begin', run: 2, document: head, settings: { ...settings, learningRate: -1 } })
  receive({ kind: 'run' })
  rest()
  expect(replies).toMatchObject([
    { kind: 'refused', run: 1 },
    { kind: 'refused', run: 2, reason: 'the learning rate is -1; it must be greater than 0' },
  ])
})

it('reports at once, then in parts up to the end; the latest comparison alone goes on', () => {
  const { replies, receive, rest } = session()
  receive({ kind: 'begin', run: 1, document: head, settings })
  receive({ kind: 'run' })
  receive({ kind: 'begin', run: 2, document: head, settings })
  receive({ kind: 'run' })
  rest()
  expect(replies[0]).toMatchObject({ kind: 'progress', run: 1, step: 0, hasEnded: false })
  const later = replies.slice(1)
  expect(later.every(({ run }) => run === 2)).toBe(true)
  expect(later.map((reply) => reply.kind === 'progress' && reply.step)).toEqual([...Array(11).keys()])
  expect(later.at(-1)).toMatchObject({ hasEnded: true, stopped: undefined })
})
