import { topLevel } from '../document/slice'
import type { Viewport } from './viewport'

/** Height of the surface where the colours end, as a part of the height of the canvas. */
const relief = 0.55

/** Pixels of height of one level of the loss. */
export const levelHeight = ({ height, floor }: Viewport): number => (relief * (height - floor)) / topLevel
