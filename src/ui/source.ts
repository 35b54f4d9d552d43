/**
 * A state that controls can follow without rendering: calls `show` with the state now and after every
 * change, until the returned function is called.
 */
export type Source<S> = (show: (state: S) => void) => () => void

/** The state now. */
export function peek<S>(source: Source<S>): S {
  let now: { state: S } | undefined
  source((state) => {
    now = { state }
  })()
  return now!.state
}

/** Text that could not be read, and why, in one sentence. */
export interface Refused {
  readonly problem: string
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'problem')
}

/** Layout and accessibility tree are left alone when nothing changed. */
export function writeText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text
}
