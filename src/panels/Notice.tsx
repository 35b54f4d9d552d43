import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'

/** The last thing that was refused or that happened, in one sentence. */
export function Notice() {
  const notice = useApp((state) => state.notice)
  const action = useApp((state) => state.noticeAction)
  return (
    <div className="notice" data-empty={notice === undefined}>
      <output aria-label="Notice">{notice}</output>
      {action && (
        <button
          type="button"
          onClick={() => {
            store.getState().set({ notice: undefined })
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      {notice !== undefined && (
        <button
          type="button"
          className="icon"
          aria-label="Dismiss"
          onClick={() => store.getState().set({ notice: undefined })}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
