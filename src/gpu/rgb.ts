import { rampSize } from '../math/levels'

/** sRGB components in [0, 1]. Shaders write them as they are, so that they equal the CSS colour of the same name. */
export type Rgb = readonly [red: number, green: number, blue: number]
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** '#1261a8' → its components. @throws RangeError for anything but # and six hexadecimal digits */
export function rgb(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex))
    throw new RangeError(`rgb: a colour is # and six hexadecimal digits, got ${hex}`)
  const value = parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

export function rgba(hex: string, alpha = 1): Rgba {
  const [red, green, blue] = rgb(hex)
  return [red, green, blue, alpha]
}

/** Packs the 8 colours of a ramp for `setRamp` and `rampColor`. @throws RangeError unless there are 8 */
export function ramp(colors: readonly string[]): Float32Array {
  if (colors.length !== rampSize)
    throw new RangeError(`ramp: needs ${rampSize} colours, got ${colors.length}`)
  return Float32Array.from(colors.flatMap((hex) => [...rgb(hex)]))
}
