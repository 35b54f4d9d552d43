import type { Coordinates, OptimiserSettings } from '../learning/optimisers'

/** What the page calls them, in the order of its choices. */
export const methodNames: Readonly<Record<OptimiserSettings['method'], string>> = {
  adam: 'Adam',
  momentum: 'Momentum',
  gradientDescent: 'Gradient descent',
}

export const coordinateNames: Readonly<Record<Coordinates, string>> = {
  intrinsic: 'the metric',
  xy: 'x, y',
  xLogY: 'x, log y',
}

/** For a choice of one of them. */
export function optionsOf<T extends string>(
  names: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }))
}
