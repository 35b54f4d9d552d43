import type { TrainingReply, TrainingRequest } from '../workers/trainingMessages'
import { trainingSession } from '../workers/trainingSession'
import { openSession, type Session } from './session'

/** Whoever makes the steps. */
export type Trainer = Session<TrainingRequest>

const makes = {
  begin: 'answer',
  run: 'run',
  pause: 'rest',
  step: 'answer',
  rewind: 'answer',
  tune: undefined,
  use: undefined,
} as const

export function openTrainer(hear: (reply: TrainingReply) => void): Trainer {
  let run = 0
  const session = openSession<TrainingRequest, TrainingReply>({
    startWorker: () =>
      new Worker(new URL('../workers/training.worker.ts', import.meta.url), { type: 'module' }),
    receiver: trainingSession,
    pause: { kind: 'pause' },
    makes: ({ kind }) => makes[kind],
    isLast: (reply) => reply.kind !== 'progress' || reply.hasEnded || reply.stopped !== undefined,
    hear,
    failure: (reason) => ({ kind: 'failed', run, reason }),
  })
  return {
    post: (request) => {
      if (request.kind === 'begin') run = request.run
      session.post(request)
    },
    close: session.close,
  }
}
