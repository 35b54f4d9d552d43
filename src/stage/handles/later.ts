import { angleHandles } from './angleHandle'
import { axisHandles } from './axisHandles'
import { fixedPointHandles } from './fixedPointHandles'
import type { Handles } from './handle'
import { pairHandles } from './pairHandles'
import { pivotHandles } from './pivotHandle'

/** All but the frame of g. */
export const laterHandles: readonly Handles[] = [
  fixedPointHandles,
  axisHandles,
  angleHandles,
  pivotHandles,
  pairHandles,
]
