import { derive } from '../document/derive'
import type { Document } from '../document/document'
import { experimentPlans } from '../document/experimentPlans'
import { inputsOf } from '../document/experiments'
import { isModel } from '../document/modelLoss'
import { parametersOf, taskOf } from '../document/trainable'
import { experiments } from '../experiments/all'
import type { Experiment, PageModel } from '../experiments/record'
import type { ExperimentReply, ExperimentRequest } from './experimentMessages'

/** Reports at most this often. */
const reportEveryMs = 120
/** Between two pieces of work the page is let in this often. */
const sliceMs = 40

interface Surroundings {
  readonly post: (reply: ExperimentReply) => void
  readonly later: (go: () => void) => void
  readonly now: () => number
}

/** Runs one experiment; the function that is returned ends it. */
export function runExperiment(
  { chosen, document }: ExperimentRequest,
  { post, later, now }: Surroundings,
): () => void {
  let isEnded = false
  const start = now()
  let reported = -Infinity
  const refuse = (error: unknown) => {
    if (!(error instanceof RangeError)) throw error
    post({ kind: 'refused', reason: error.message })
  }
  const running = () => {
    const plan = experimentPlans.find(({ name }) => name === chosen.name)
    const experiment = experiments[chosen.name] as Experiment<object> | undefined
    if (!plan || !experiment) throw new RangeError(`there is no experiment called ${chosen.name}`)
    return experiment(inputsOf(plan, chosen.inputs), pageModel(document))
  }
  const goOn = (run: ReturnType<typeof running>) => {
    if (isEnded) return
    const from = now()
    try {
      do {
        const { done, value } = run.next()
        const elapsedMs = now() - start
        if (done) return post({ kind: 'done', result: value, elapsedMs })
        if (now() - reported < reportEveryMs) continue
        reported = now()
        post({ kind: 'progress', progress: value, elapsedMs })
      } while (now() - from < sliceMs)
    } catch (error) {
      return refuse(error)
    }
    later(() => goOn(run))
  }
  later(() => {
    try {
      goOn(running())
    } catch (error) {
      refuse(error)
    }
  })
  return () => (isEnded = true)
}

/** The document as experiments take it. */
function pageModel(document: Document): PageModel {
  const { base, size } = derive(document)
  const { space } = document
  const trained = isModel(document)
    ? { task: taskOf(document), parameters: parametersOf(document) }
    : undefined
  return { space, ...base, ...size, trained }
}
