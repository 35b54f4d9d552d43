import { describe, expect, it } from 'vitest'
import { entrySliceChunk } from '../../../src/gpu/chunks/entrySlice.glsl'
import { lineSliceChunk } from '../../../src/gpu/chunks/lineSlice.glsl'
import { createFieldMaterial, createLineFieldMaterial } from '../../../src/gpu/materials/fieldMaterial'
import { setLineSlice, setSlice } from '../../../src/gpu/materials/sliceUniforms'
import { setCurves } from '../../../src/gpu/materials/surface'

describe('slice chunks', () => {
  it('are unrolled up to 16 terms and loop above', () => {
    expect(entrySliceChunk(16)).not.toContain('for (')
    expect(entrySliceChunk(17)).toContain('i < 17')
  })

  it.each([0, 201, 1.5, NaN])('refuse %s terms in the half-plane', (terms) => {
    expect(() => entrySliceChunk(terms)).toThrow(RangeError)
  })

  it('take no terms on the line, but no more than 200 in all', () => {
    expect(lineSliceChunk(0, 0)).not.toContain('[0]')
    expect(() => lineSliceChunk(120, 81)).toThrow(RangeError)
    expect(() => lineSliceChunk(-1, 2)).toThrow(RangeError)
  })
})

describe('setters', () => {
  it('hide a slice with a number that is not finite, and show it again', () => {
    const material = createFieldMaterial(2)
    const points = Float32Array.of(1, 2, 0.5, 3, 4, -0.25)
    expect(setSlice(material, points, NaN, 1)).toBe(false)
    expect(setSlice(material, Float32Array.of(1, 0, 0, 3, 4, 0), 0, 1)).toBe(false)
    expect(material.visible).toBe(false)
    expect(setSlice(material, points, 0, 1)).toBe(true)
    expect(material.visible).toBe(true)
    expect([...material.uniforms.uSlicePoints.value]).toEqual([1, 2, 0.125, 0.5, 3, 4, 0.0625, -0.25])
  })

  it('do the same on the line', () => {
    const material = createLineFieldMaterial(1, 0)
    const slice = {
      xTerms: Float32Array.of(4, 1),
      yTerms: new Float32Array(0),
      crossPx: 0,
      crossOffset: 1,
      rest: 0,
      scale: 1,
      unitPx: 50,
    }
    expect(setLineSlice(material, { ...slice, unitPx: Infinity })).toBe(false)
    expect(setLineSlice(material, slice)).toBe(true)
  })

  it('make a new shader for another ladder only', () => {
    const material = createFieldMaterial(1)
    setCurves(material, { ladder: 'geometric', reference: 2, density: 3 })
    expect(material.version).toBe(0)
    setCurves(material, { ladder: 'sqrt', reference: 2, density: 3 })
    expect(material.version).toBe(1)
  })
})
