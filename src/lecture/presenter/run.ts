import type { Command } from '../../store/audienceMessages'
import { goBack, goOn } from '../../store/lecture'
import { pointAs, presenter, toggleBlack } from '../../store/presenter'
import { openAudience } from './openAudience'

/** Does what a key asks for; undefined if it means nothing now, and the key then does what it does elsewhere. */
export function taskOf(command: Command): (() => void) | undefined {
  const { isThere, isBlack, pointing } = presenter.getState()
  switch (command) {
    case 'next':
      return goOn
    case 'previous':
      return goBack
    case 'start':
      return openAudience
    case 'black':
      return isThere ? toggleBlack : undefined
    case 'end':
      if (isBlack) return toggleBlack
      return pointing === 'none' ? undefined : () => pointAs('none')
  }
}

export const run = (command: Command): void => taskOf(command)?.()
