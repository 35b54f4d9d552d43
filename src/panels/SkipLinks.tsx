/** The first two stops of Tab: past the bar and the controls. */
export function SkipLinks({ onResults }: { onResults: () => void }) {
  return (
    <nav className="skips" aria-label="Skip">
      <button type="button" onClick={() => focusOn('.stage-plane-handle')}>
        Skip to the picture
      </button>
      <button
        type="button"
        onClick={() => {
          onResults()
          requestAnimationFrame(() => focusOn('.right button'))
        }}
      >
        Skip to the results
      </button>
    </nav>
  )
}

/** The first of these that is in sight. */
function focusOn(selector: string): void {
  for (const one of document.querySelectorAll<HTMLElement>(selector)) {
    one.focus()
    if (document.activeElement === one) return
  }
}
