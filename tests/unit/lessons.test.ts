import { renderToString } from 'katex'
import { describe, expect, it } from 'vitest'
import { decodeLink } from '../../src/document/link'
import { lessons } from '../../src/lecture/lessons/all'

describe.each(lessons)('the lesson $id', ({ id, title, summary, load }) => {
  it('is the one that the list names', async () => {
    const lesson = await load()
    expect({ id: lesson.id, title: lesson.title, summary: lesson.summary }).toEqual({ id, title, summary })
    expect(lesson.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('has links of which nothing is refused', async () => {
    const { steps, exercises } = await load()
    const links = [
      ...steps.flatMap(({ link, prediction, play }) => [
        link,
        ...(prediction?.link === undefined ? [] : [prediction.link]),
        ...(play?.kind === 'element' ? [play.link] : []),
      ]),
      ...exercises.flatMap(({ link, solution }) => [link, solution]),
    ]
    for (const link of links)
      expect({ link, rejected: decodeLink(link).rejected }).toEqual({ link, rejected: [] })
  })

  it('has formulas that are read as such', async () => {
    const { steps, exercises } = await load()
    const texts = [
      ...steps.flatMap(({ caption, notes = '', prediction: asked }) => [
        caption,
        notes,
        ...(asked ? [asked.question, ...asked.choices, asked.because] : []),
      ]),
      ...exercises.flatMap(({ task, because }) => [task, because]),
    ]
    for (const text of texts) {
      const parts = text.split('$')
      expect({ text, dollars: (parts.length - 1) % 2 }).toEqual({ text, dollars: 0 })
      const formulas = parts.filter((_, n) => n % 2 === 1)
      for (const formula of formulas) {
        expect(formula).not.toBe('')
        expect(() => renderToString(formula, { throwOnError: true, strict: 'error' })).not.toThrow()
      }
    }
  })

  it('asks for one of two to five choices', async () => {
    for (const { prediction } of (await load()).steps) {
      if (!prediction) continue
      expect(prediction.choices.length).toBeGreaterThanOrEqual(2)
      expect(prediction.choices.length).toBeLessThanOrEqual(5)
      expect(prediction.choices[prediction.answer]).toBeDefined()
    }
  })
})
