import type { ShaderMaterial } from 'three'
import { sliceCurves, topLevel, type Slice } from '../../document/slice'
import { createFieldMaterial, createLineFieldMaterial } from '../../gpu/materials/fieldMaterial'
import { createHeightMaterial, createLineHeightMaterial } from '../../gpu/materials/heightMaterial'
import type { PixelWindow } from '../../gpu/arcs'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createSampledMaterial, setSamples, type SampledMaterial } from '../../gpu/materials/sampledMaterial'
import {
  setLineSlice,
  setSlice,
  type EntrySliceMaterial,
  type LineSliceMaterial,
} from '../../gpu/materials/sliceUniforms'
import { setBall, setCurves, setCurveStyle, setRamp } from '../../gpu/materials/surface'
import { store } from '../../store/store'
import type { Ground } from '../../gpu/chunks/planeModels.glsl'
import type { Chart } from '../charts/chart'
import { showThrough } from '../charts/sceneLens'
import type { Frame } from '../frame'
import { Sampler } from './sampler'
import { entryTerms, lineTerms } from './sliceTerms'

type Made = { readonly key: string; readonly material: ShaderMaterial }

/**
 * The material that draws a slice: a shader for as many terms as it has, made anew only when that number
 * changes; a drag only writes uniforms.
 */
export class SliceMaterial {
  private readonly raised: boolean
  private made: Made | undefined
  private readonly redraw: () => void
  private sampling: Sampler | undefined

  /** @param redraw asks for a frame, when finer samples of a training loss are there */
  constructor(raised: boolean, redraw: () => void) {
    this.raised = raised
    this.redraw = redraw
  }

  /** The levels of a training loss on the grid of the stage. */
  get sampler(): Sampler {
    return (this.sampling ??= new Sampler(this.redraw))
  }

  /** Changes when finer samples have taken the place of coarse ones. */
  get refined(): number {
    return this.sampling?.refined ?? 0
  }

  /** The material with the uniforms of this slice; not visible when a number is out of float32's range. */
  show(slice: Slice, frame: Frame, over: PixelWindow): ShaderMaterial {
    const { document, viewport, palette, chart } = frame
    const material =
      slice.kind === 'training'
        ? this.sampledMaterial(frame, over)
        : slice.space === 'line'
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
    this.sampling?.dispose()
    this.sampling = undefined
  }

  private sampledMaterial(frame: Frame, window: PixelWindow): SampledMaterial {
    const ground = (frame.chart?.name ?? 'line') as Ground
    const { sampler } = this
    sampler.show(frame, window)
    const { ball } = store.getState()
    const material = this.keep(`sampled ${ground}`, () =>
      createSampledMaterial(ground, this.raised),
    ) as SampledMaterial
    setSamples(material, sampler.texture, window, sliceCurves(frame.document).reference)
    setBall(material, ball, frame.palette.ok, 0.16)
    return material
  }

  private lineMaterial(
    slice: Extract<Slice, { kind: 'plain'; space: 'line' }>['slice'],
    viewport: Frame['viewport'],
  ): LineSliceMaterial {
    const [xTerms, yTerms] = [slice.aPoints.length, slice.bPoints.length]
    const create = this.raised ? createLineHeightMaterial : createLineFieldMaterial
    const material = this.keep(`line ${xTerms} ${yTerms}`, () => create(xTerms, yTerms)) as LineSliceMaterial
    setLineSlice(material, lineTerms(slice, viewport))
    return material
  }

  private planeMaterial(
    slice: Extract<Slice, { kind: 'plain'; space: 'halfPlane' }>['slice'],
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
