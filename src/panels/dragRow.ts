import type { PointerEvent as ReactPointerEvent } from 'react'

/**
 * Drags a row of a list by its grip; `drop` is told where it came to. Escape leaves it where it was. Rows with
 * `data-empty` keep their place.
 */
export function dragRow(event: ReactPointerEvent<HTMLElement>, drop: (to: number) => void): void {
  const row = event.currentTarget.closest('li')
  if (event.button !== 0 || !row) return
  event.preventDefault()
  const rows = [...row.parentElement!.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.dataset['empty'] === undefined,
  )
  const middles = rows.map((one) => one.offsetTop + one.offsetHeight / 2)
  const from = rows.indexOf(row)
  const start = event.clientY
  const listening = new AbortController()
  let to = from

  const show = (dy: number) => {
    row.style.transform = dy === 0 ? '' : `translateY(${dy}px)`
    rows.forEach((one, n) => {
      if (n === to && to !== from) one.dataset['drop'] = to < from ? 'before' : 'after'
      else delete one.dataset['drop']
    })
  }
  const end = (isDropped: boolean) => {
    listening.abort()
    const target = to
    to = from
    show(0)
    delete row.dataset['dragged']
    if (isDropped && target !== from) drop(target)
  }

  const { signal } = listening
  addEventListener(
    'pointermove',
    ({ clientY }) => {
      const dy = clientY - start
      const at = middles[from]! + dy
      const away = middles.map((middle) => Math.abs(middle - at))
      to = away.indexOf(Math.min(...away))
      row.dataset['dragged'] = ''
      show(dy)
    },
    { signal },
  )
  addEventListener('pointerup', () => end(true), { signal })
  for (const type of ['pointercancel', 'blur'] as const) addEventListener(type, () => end(false), { signal })
  addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      end(false)
    },
    { signal, capture: true },
  )
}
