import { describe, expect, it } from 'vitest'
import { curveScale, drawLossCurve, placeAt, type CurvePicture } from '../../../src/ui/drawLossCurve'
import type { Palette } from '../../../src/ui/palette'
import { SvgPen } from '../../../src/ui/svgPen'

const picture: CurvePicture = {
  runs: [
    { kind: 'dot', losses: Array.from({ length: 200 }, () => 0.1), heldOut: [] },
    { kind: 'now', losses: Array.from({ length: 50 }, () => 0.001), heldOut: [{ step: 25, loss: 0.01 }] },
  ],
  epsilon: 0.05,
  shown: 49,
}
const size = { width: 400, height: 200, text: 12 }
const scale = curveScale(picture, size)
const palette = {
  ink: '#111',
  paper: '#fff',
  muted: '#666',
  line: '#ddd',
  ok: '#080',
  a: '#00f',
  b: '#f80',
  stroke: 1.5,
} as Palette

describe('the curve of losses', () => {
  it('tells of the curve that is under the pointer, else of the run that goes on', () => {
    expect(placeAt(picture, scale, scale.x(150), scale.y(0.1) + 5)).toEqual({ run: 0, step: 150 })
    expect(placeAt(picture, scale, scale.x(20), scale.y(0.1) + 5)).toEqual({ run: 0, step: 20 })
    expect(placeAt(picture, scale, scale.x(20), scale.y(0.1) + 30)).toEqual({ run: 1, step: 20 })
    expect(placeAt(picture, scale, scale.x(20), scale.y(0.001))).toEqual({ run: 1, step: 20 })
    expect(placeAt(picture, scale, scale.x(150), scale.y(0.001))).toEqual({ run: 1, step: 49 })
    expect(placeAt({ ...picture, runs: [] }, scale, 100, 100)).toBeUndefined()
  })

  it('is on a logarithmic scale: equal factors are equal lengths', () => {
    expect(scale.y(0.001) - scale.y(0.01)).toBeCloseTo(scale.y(0.01) - scale.y(0.1), 9)
    expect(scale.steps).toBe(200)
  })

  it('is the same picture as SVG: a path for each line, in its colour and dashes', () => {
    const pen = new SvgPen(400, 200, { size: 12, family: 'a & "b"' })
    drawLossCurve(pen, picture, size, palette, undefined)
    const svg = pen.picture('#fff', 'Loss <0.1')
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="400" height="200" viewBox="0 0 400 200"/,
    )
    expect(svg).toContain('<title>Loss &lt;0.1</title>')
    expect(svg).toContain('font-family="a &amp; &quot;b&quot;"')
    const paths = [...svg.matchAll(/<path [^>]*>/g)].map(([path]) => path)
    const dot = paths.find((path) => path.includes('stroke="#f80"'))!
    const short = (x: number) => String(Math.round(100 * x) / 100)
    expect(dot).toContain('stroke-dasharray="1.5 2.5"')
    expect(dot).toContain(`M${short(scale.x(0))} ${short(scale.y(0.1))}L`)
    expect(dot).toContain(`L${short(scale.x(199))} ${short(scale.y(0.1))}"`)
    expect(
      paths.filter((path) => path.includes('stroke="#111"') && path.includes('fill="none"')),
    ).toHaveLength(1)
    expect(svg).toContain('>200 steps</text>')
  })
})
