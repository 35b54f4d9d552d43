/** By which a picture may be larger than its size on the page, for a choice of one. */
export const pngScales = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '3', label: '3×' },
  { value: '4', label: '4×' },
] as const
export type PngScale = (typeof pngScales)[number]['value']
