import type { ShaderMaterial } from 'three'
import { sliceCurves, topLevel, type Slice } from '../../document/slice'
import { createFieldMaterial, createLineFieldMaterial } from '../../gpu/materials/fieldMaterial'
import { createHeightMaterial, createLineHeightMaterial } from '../../gpu/materials/heightMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import {
  setLineSlice,
  setSlice,
  type EntrySliceMaterial,
  type LineSliceMaterial,
} from '../../gpu/materials/sliceUniforms'
import { setCurves, setCurveStyle, setRamp } from '../../gpu/materials/surface'
import type { Ground } from '../../gpu/chunks/planeModels.glsl'
import type { Chart } from '../charts/chart'
import { showThrough } from '../charts/sceneLens'
import type { Frame } from '../frame'
import { entryTerms, lineTerms } from './sliceTerms'

type Made = { readonly key: string; readonly material: ShaderMaterial }

/**
 * The material that draws a slice: a shader for as many terms as it has, made anew only when that number
 * changes; a drag only writes uniforms.
 */
export class SliceMaterial {
  private readonly raised: boolean
  private made: Made | undefined

  constructor(raised: boolean) {
    this.raised = raised
  }

  /** The material with the uniforms of this slice; not visible when a number is out of float32's range. */
  show(slice: Slice, frame: Frame): ShaderMaterial {
    const { document, viewport, palette, chart } = frame
    const material =
      slice.space === 'line'
        ? this.lineMaterial(slice.slice, viewport)
        : this.planeMaterial(slice.slice, chart!)
    showThrough(material, frame)
    setRamp(material, palette.ramp, topLevel)
    setCurves(material, sliceCurves(document))
    setCurveStyle(material, palette.ink, 0.22, palette.weight)
    setPixelRatio(material, window.devicePixelRatio)
    return material
  }

  dispose(): void {
    this.made?.material.dispose()
    this.made = undefined
  }

  private lineMaterial(
    slice: Extract<Slice, { space: 'line' }>['slice'],
    viewport: Frame['viewport'],
  ): LineSliceMaterial {
    const [xTerms, yTerms] = [slice.aPoints.length, slice.bPoints.length]
    const create = this.raised ? createLineHeightMaterial : createLineFieldMaterial
    const material = this.keep(`line ${xTerms} ${yTerms}`, () => create(xTerms, yTerms)) as LineSliceMaterial
    setLineSlice(material, lineTerms(slice, viewport))
    return material
  }

  private planeMaterial(
    slice: Extract<Slice, { space: 'halfPlane' }>['slice'],
    chart: Chart,
  ): EntrySliceMaterial {
    const ground = chart.name as Ground
    const terms = slice.offsets.length
    const create = this.raised ? createHeightMaterial : createFieldMaterial
    const material = this.keep(`${ground} ${terms}`, () => create(terms, ground)) as EntrySliceMaterial
    setSlice(material, entryTerms(slice, chart), slice.rest, slice.scale)
    return material
  }

  private keep(key: string, create: () => ShaderMaterial): ShaderMaterial {
    if (this.made?.key !== key) {
      this.dispose()
      this.made = { key, material: create() }
    }
    return this.made.material
  }
}
