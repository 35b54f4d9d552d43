import { parametersOf, taskOf } from '../document/trainable'
import { ledger, type Ledger } from '../learning/conserved'
import { usualOptimiser } from '../learning/optimisers'
import { inBallSince, startRun, type Run, type RunMeasure, type RunSettings } from '../learning/training'
import { controlTask } from './controls'
import type { Measured, Pace, TrainingReply, TrainingRequest, TrainingSettings } from './trainingMessages'

/** Reports at most this often. */
const reportEveryMs = 66
/** At full pace requests are read this often. */
const sliceMs = 50
/** Steps between two looks at the clock. */
const stepsAtOnce = 10
const stepsOfReport: Readonly<Record<Exclude<Pace, 'full'>, number>> = { slow: 2, fast: 20 }

const checkpointEvery = 25

/** What a session needs from where it runs: tests bring a clock of their own. */
export interface Surroundings<Reply> {
  readonly post: (reply: Reply) => void
  readonly later: (go: () => void, ms: number) => void
  readonly now: () => number
}

/** One run at a time, as the requests say: what the training worker does, apart from being a worker. */
export function trainingSession({
  post,
  later,
  now,
}: Surroundings<TrainingReply>): (request: TrainingRequest) => void {
  let number = 0
  let run: Run | undefined
  let sums: Ledger | undefined
  let pace: Pace = 'fast'
  let stepsOfRun = 1
  let isRunning = false
  let isDue = false
  let reported = 0
  let steps = 0
  let elapsed = 0

  const work = (most: number) => {
    const start = now()
    steps += run!.step(most)
    elapsed += now() - start
    if (run!.stopped()) isRunning = false
  }

  const tick = () => {
    isDue = false
    if (!isRunning || !run) return
    const start = now()
    const end = run.count() + (stepsOfRun - (run.count() % stepsOfRun))
    if (pace === 'full') {
      while (isRunning && run.count() < end && now() - start < sliceMs)
        work(Math.min(stepsAtOnce, end - run.count()))
    } else work(Math.min(stepsOfReport[pace], end - run.count()))
    const hasEnded = run.count() >= end
    if (hasEnded) isRunning = false
    report(hasEnded)
    goOn(reportEveryMs - (now() - start))
  }

  const goOn = (ms: number) => {
    if (!isRunning || isDue) return
    isDue = true
    later(tick, pace === 'full' ? Math.max(0, reportEveryMs - sliceMs) : Math.max(0, ms))
  }

  const report = (hasEnded = false) => {
    const { history, checkpoints, ...of } = run!
    const from = Math.min(reported, history.losses.length)
    const since = history.from + from
    reported = history.losses.length
    const measured = of.measure()
    post({
      kind: 'progress',
      run: number,
      step: of.count(),
      parameters: of.parameters().slice(),
      from: since,
      losses: Float64Array.from(history.losses.slice(from)),
      euclideanNorms: Float64Array.from(history.euclideanNorms.slice(from)),
      riemannianNorms: Float64Array.from(history.riemannianNorms.slice(from)),
      heldOut: history.measures.filter((one) => one.step >= since).map(asMeasured),
      checkpoints: checkpoints
        .filter((one) => one.step >= since)
        .map(({ step, parameters }) => ({ step, parameters: Float64Array.from(parameters) })),
      loss: { train: measured.train.loss, heldOut: measured.heldOut.loss },
      accuracy: { train: measured.train.accuracy, heldOut: measured.heldOut.accuracy },
      euclideanNorm: history.euclideanNorms.at(-1) ?? NaN,
      riemannianNorm: history.riemannianNorms.at(-1) ?? NaN,
      msPerStep: steps > 0 ? elapsed / steps : undefined,
      hasEnded,
      stopped: of.stopped()?.reason,
      conserved: sums && {
        ...sums.read(of.count(), of.parameters()),
        shortened: of.checkpoint().optimiser.shortened,
      },
    })
    steps = elapsed = 0
  }

  const answer = (request: TrainingRequest) => {
    if (request.kind === 'begin') {
      isRunning = false
      run = undefined
      number = request.run
      const { document, control, settings } = request
      if (control) {
        sums = undefined
        run = startRun(controlTask(document, control), runSettings(settings), control.seed)
      } else {
        const [task, parameters] = [taskOf(document), parametersOf(document)]
        sums = document.head ? ledger(task.layout, parameters) : undefined
        run = startRun(task, runSettings(settings), parameters, sums?.observe)
      }
      pace = settings.pace
      stepsOfRun = settings.stepsOfRun
      reported = 0
      return report()
    }
    if (!run) return
    switch (request.kind) {
      case 'run':
        isRunning = !run.stopped()
        return isRunning ? goOn(0) : report()
      case 'pause':
        isRunning = false
        return
      case 'step':
        isRunning = false
        work(request.steps)
        return report()
      case 'rewind':
        isRunning = false
        run.rewind(request.step)
        reported = Math.min(reported, run.history.losses.length)
        return report()
      case 'tune':
        run.tune(runSettings(request.settings))
        pace = request.settings.pace
        stepsOfRun = request.settings.stepsOfRun
        return
      case 'use':
        return run.use(taskOf(request.document))
    }
  }

  return (request) => {
    try {
      answer(request)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!(error instanceof RangeError)) isRunning = false
      post({ kind: error instanceof RangeError ? 'refused' : 'failed', run: number, reason })
    }
  }
}

/** The step from which on the loss, now the given one, has stayed below ε; undefined if it is not below ε now. */
export function stepIntoBall(losses: readonly number[], now: number, epsilon: number): number | undefined {
  return now < epsilon ? inBallSince([...losses, now], epsilon) : undefined
}

const asMeasured = ({ step, train, heldOut }: RunMeasure): Measured => ({
  step,
  loss: heldOut.loss,
  accuracy: { train: train.accuracy, heldOut: heldOut.accuracy },
})

/** @throws RangeError from `startRun` and `tune`, if a number is of no use */
function runSettings(settings: TrainingSettings): RunSettings {
  const { method, stepsIn, learningRate, learningRateOfBeta, momentum, weightDecay } = settings
  return {
    optimiser: {
      ...usualOptimiser,
      method,
      coordinates: stepsIn,
      learningRate,
      ...(learningRateOfBeta !== undefined && { learningRateOfReals: learningRateOfBeta }),
      momentum,
      weightDecay,
    },
    schedule:
      settings.schedule === 'constant'
        ? { kind: 'constant' }
        : { kind: 'cosine', steps: settings.stepsOfCosine, floor: 0.01 },
    measureEvery: checkpointEvery,
    checkpointEvery,
  }
}
