import { Caption } from './Caption'

interface Props {
  because: string
  isShown: boolean
  onShow: () => void
  onBack: () => void
}

/** One solution of an exercise, on demand. */
export function Solution({ because, isShown, onShow, onBack }: Props) {
  return (
    <div className="solution">
      {isShown && <Caption text={because} />}
      <button type="button" onClick={isShown ? onBack : onShow}>
        {isShown ? 'Back to the task' : 'Show a solution'}
      </button>
    </div>
  )
}
