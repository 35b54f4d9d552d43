declare module 'gifenc' {
  type Colour = [red: number, green: number, blue: number]
  interface Encoder {
    writeFrame: (
      indices: Uint8Array,
      width: number,
      height: number,
      of: { palette: Colour[]; delay: number },
    ) => void
    finish: () => void
    bytes: () => Uint8Array<ArrayBuffer>
  }
  export function GIFEncoder(): Encoder
  export function quantize(pixels: Uint8ClampedArray, most: number, of: { format: 'rgb565' }): Colour[]
  export function applyPalette(pixels: Uint8ClampedArray, palette: Colour[], format: 'rgb565'): Uint8Array
}
