import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const src = path.resolve(import.meta.dirname, '../../src')
const styles = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))

describe('the styles', () => {
  it('ask in one way whether there is room for rails: in em, so that the letters of a projector count', () => {
    const asked = styles.flatMap((file) =>
      [
        ...readFileSync(path.join(src, file), 'utf8').matchAll(
          /\(width (?:<=|>) (5\d\.?\d*rem|69[\d.]*em)\)/g,
        ),
      ].map(([, width]) => `${file}: ${width}`),
    )
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((one) => !one.endsWith(': 69.231em'))).toEqual([])
  })
})
