import { entries } from './entries'
import { frameOfG } from './frameMark'
import { geodesics } from './geodesics'
import { grid } from './grid'
import type { Part } from './pen'
import { pins } from './pins'

/** What the first picture shows besides the loss. */
export const firstParts: readonly Part[] = [grid, pins, geodesics, entries, frameOfG]
