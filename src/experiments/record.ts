import type { Task } from '../learning/task'

/** What an experiment finds: plain data, which others draw, put into tables and write to files. */

export interface Table {
  readonly name: string
  /** With their units. */
  readonly columns: readonly string[]
  /** (rows, columns) */
  readonly rows: readonly (readonly (number | string)[])[]
}

export interface Axis {
  /** With its unit. */
  readonly label: string
  /** A logarithmic axis leaves out what is not greater than 0. */
  readonly scale: 'linear' | 'log'
}

/** Numbers over numbers; a gap where y is not finite. */
export interface Series {
  readonly name: string
  readonly mark: 'line' | 'points' | 'bars'
  readonly points: readonly (readonly [x: number, y: number])[]
  /** A law or a bound that the others are compared with. */
  readonly isReference?: boolean
  /** Short words beside the points; empty where there is none. */
  readonly labels?: readonly string[]
}

export interface CurvePlot {
  readonly kind: 'curves'
  readonly name: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** A unit is as long up as across: for pictures of the plane. */
  readonly hasEqualUnits?: boolean
}

/** A number for each pair of a row and a column. */
export interface MatrixPlot {
  readonly kind: 'matrix'
  readonly name: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** (rows, columns); NaN: not known yet */
  readonly values: readonly (readonly number[])[]
  /** What the values are, with their unit. */
  readonly label: string
}

export type Plot = CurvePlot | MatrixPlot

export interface Result {
  readonly plots: readonly Plot[]
  readonly tables: readonly Table[]
  /** What was measured, in sentences with their numbers. */
  readonly findings: readonly string[]
}

export interface Progress {
  /** Of the whole, in [0, 1]. */
  readonly part: number
  /** What is being done now: "seed 3 of 8". */
  readonly doing: string
  /** What is there so far. */
  readonly result: Result
}

/** The model on the page, for experiments that are about it. */
export interface PageModel {
  readonly space: 'line' | 'halfPlane'
  /** (rows, inner, stride) and (inner, columns, stride) row-major */
  readonly a: Float64Array
  readonly b: Float64Array
  readonly rows: number
  readonly inner: number
  readonly columns: number
  /** The model with its data, if it is one that trains, and its parameters. */
  readonly trained: { readonly task: Task; readonly parameters: Float64Array } | undefined
}

/**
 * An experiment yields after each piece of work, short enough that a page can answer in between (below 0.1 s where it
 * runs without a worker), and returns the whole. The same inputs give the same result on the same engine.
 *
 * @throws RangeError with the reason, if it cannot be made with these inputs or of this model
 */
export type Experiment<Inputs> = (inputs: Inputs, page: PageModel) => Generator<Progress, Result>

/** A generator's last value, for tests and for whoever does not want the way there. */
export function resultOf(run: Generator<Progress, Result>): Result {
  for (;;) {
    const { done, value } = run.next()
    if (done) return value
  }
}
