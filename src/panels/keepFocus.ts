const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** What Tab can reach inside an element, in the order of the page. */
const reachable = (inside: ParentNode): HTMLElement[] =>
  [...inside.querySelectorAll<HTMLElement>(kinds)].filter((one) => one.tabIndex >= 0 && canHaveFocus(one))

const canHaveFocus = (one: HTMLElement) =>
  one.isConnected && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true })

/**
 * The focus of something that goes away goes on to what has taken its place, else to what was beside it; the browser
 * would begin again at the top of the page.
 */
export function keepFocus(): void {
  let held: HTMLElement | undefined
  let around: Element[] = []
  let known: HTMLElement[] = []

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === document.body) return
    held = target
    around = []
    for (let one = target.parentElement; one; one = one.parentElement) around.push(one)
    known = reachable(document)
  }

  const recover = () => {
    if (!held || document.activeElement !== document.body || canHaveFocus(held)) return
    const before = new Set(known)
    const at = known.indexOf(held)
    const place = around.find((one) => one.isConnected && one.checkVisibility())
    const next =
      (place && reachable(place).find((one) => !before.has(one))) ??
      [...known.slice(at + 1), ...known.slice(0, Math.max(at, 0)).reverse()].find(
        (one) => canHaveFocus(one) && (!place || place === document.body || place.contains(one)),
      ) ??
      known.slice(at + 1).find(canHaveFocus) ??
      known.slice(0, Math.max(at, 0)).findLast(canHaveFocus)
    held = undefined
    next?.focus()
  }

  document.addEventListener('focusin', remember)
  // What is let go of by a press elsewhere is not lost.
  document.addEventListener('pointerdown', () => (held = undefined))
  new MutationObserver(recover).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden'],
  })
}
