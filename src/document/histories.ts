/** What was seen of training runs, as files. */

interface Losses {
  readonly train: number
  readonly heldOut: number
}

export interface RunHistory {
  /** "Run 2: Adam in the metric, η 0.05" */
  readonly label: string
  readonly model: {
    readonly title: string
    readonly geometry: string
    readonly inner: number
    readonly rule: string
    readonly beta: number
  }
  /** From which step on it was trained with which settings. */
  readonly settings: readonly { readonly step: number; readonly settings: object }[]
  /** Entry n after n steps, and so are the norms of its gradient. */
  readonly losses: readonly number[]
  readonly euclideanNorms: readonly number[]
  readonly riemannianNorms: readonly number[]
  readonly heldOut: readonly { readonly step: number; readonly loss: number; readonly accuracy: Losses }[]
  readonly end: { readonly step: number; readonly loss: Losses; readonly accuracy: Losses } | undefined
}

const columns = [
  'run',
  'step',
  'training loss',
  'held-out loss',
  'training accuracy',
  'held-out accuracy',
  'gradient norm, coordinates',
  'gradient norm, metric',
]

/**
 * A line of the file for each step of each run; what was not measured there is left empty. Lines that begin with #
 * tell what the runs are.
 */
export function historiesCsv(runs: readonly RunHistory[]): string {
  const about = runs.flatMap(({ label, model, settings }, n) => [
    `# run ${n + 1}: ${label}; ${JSON.stringify(model)}`,
    ...settings.map((one) => `# run ${n + 1}, from step ${one.step}: ${JSON.stringify(one.settings)}`),
  ])
  const lines = runs.flatMap((run, n) => {
    const measured = new Map(run.heldOut.map((one) => [one.step, one]))
    const steps = run.losses.map((loss, step) => {
      const at = measured.get(step)
      const norms = [run.euclideanNorms[step], run.riemannianNorms[step]]
      return [n + 1, step, loss, at?.loss, at?.accuracy.train, at?.accuracy.heldOut, ...norms]
    })
    const { end } = run
    if (!end) return steps
    const last = [n + 1, end.step, end.loss.train, end.loss.heldOut, end.accuracy.train, end.accuracy.heldOut]
    return [...steps.slice(0, end.step), [...last, undefined, undefined]]
  })
  const text = (line: readonly (number | undefined)[]) => line.map((x) => (x === undefined ? '' : String(x)))
  return [...about, columns.map((one) => (one.includes(',') ? `"${one}"` : one)), ...lines.map(text)]
    .map((line) => `${typeof line === 'string' ? line : line.join(',')}\n`)
    .join('')
}

export function historiesJson(runs: readonly RunHistory[]): string {
  const whole = runs.map(
    ({ label, model, settings, losses, euclideanNorms, riemannianNorms, heldOut, end }) => ({
      label,
      model,
      settings,
      losses,
      euclideanNorms,
      riemannianNorms,
      heldOut,
      ...(end && { end }),
    }),
  )
  return `${JSON.stringify({ version: 1, runs: whole }, undefined, 1)}\n`
}
