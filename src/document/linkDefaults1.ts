import type { Document, SpaceName } from './document'
import { presetNamed } from './presets'
import type { View } from './view'

/**
 * What links of version 0 and 1 leave out, frozen with them. The page may come to start in another way, these may not:
 * that would change what old links mean. `tests/unit/document/linkDefaults.test.ts` holds the numbers, those of the
 * presets and of the inputs of experiments too.
 */

/** A link without `preset` is about this document with other fields, or about line3 after `space=line`. */
export const linkStarts: Readonly<Record<SpaceName, Document>> = {
  halfPlane: presetNamed('halfPlane3')!.document,
  line: presetNamed('line3')!.document,
}

export const linkView: View = {
  fit: true,
  centre: 0,
  height: 4,
  slice: true,
  tilt: false,
  model: 'halfPlane',
  beside: 'none',
  pattern: 'none',
  flow: false,
  turn: [0.35, 0.85],
  magnification: 1,
  projection: { kind: 'entry' },
  experiment: null,
}
