import { beginGesture, cancelGesture, endGesture } from '../store/history'
import { store } from '../store/store'
import { entryDrag, panDrag, planeDrag, zoom, type Drag } from './drags'
import { handleAt } from './handles/all'
import type { Handle } from './handles/handle'
import { entryAt, isHandleGrabbed, termAt, type EntryHit } from './hit'
import type { StageView } from './stageView'
import { project, unproject } from './tiltCamera'

/** A press becomes a drag after this many pixels; before that it is a click. */
const slackPx = 4
const mouseReach = 13
const touchReach = 24

interface Press {
  readonly left: number
  readonly top: number
  readonly hit: EntryHit | undefined
  readonly handle: Handle | undefined
  readonly shift: boolean
  drag: Drag | undefined
}

/** Turns what pointer, wheel and keys do to the canvas into edits of the document and of the view. */
export function listen(host: HTMLElement, stage: StageView): () => void {
  const touches = new Map<number, { left: number; top: number }>()
  let press: Press | undefined
  let pinch: { apart: number; X: number; Y: number } | undefined
  let spaceHeld = false

  const at = (event: { clientX: number; clientY: number }) => {
    const box = host.getBoundingClientRect()
    return { left: event.clientX - box.left, top: event.clientY - box.top }
  }
  const world = (left: number, top: number) => {
    const frame = stage.frame()
    return unproject(frame.viewport, frame.tilt, left, top)
  }

  function down(event: PointerEvent) {
    if (event.button > 1 || !(event.target as HTMLElement).matches('[data-surface]')) return
    const place = at(event)
    touches.set(event.pointerId, place)
    host.setPointerCapture(event.pointerId)
    if (touches.size === 2) {
      stop(cancelGesture)
      beginPinch()
      return
    }
    const reach = event.pointerType === 'touch' ? touchReach : mouseReach
    const pans = event.button === 1 || spaceHeld
    press = {
      ...place,
      ...(pans ? { hit: undefined, handle: undefined } : grabbed(place, reach)),
      shift: event.shiftKey,
      drag: undefined,
    }
    if (pans) press.drag = begin(press, true)
  }

  /** An entry, or a handle of g. */
  function grabbed(
    { left, top }: { left: number; top: number },
    reach: number,
  ): Pick<Press, 'hit' | 'handle'> {
    const hit = entryAt(stage.frame(), left, top, reach)
    const found = handleAt(stage.frame(), left, top, world(left, top), reach)
    return found && isHandleGrabbed(found.away, hit?.away ?? Infinity)
      ? { hit: undefined, handle: found.handle }
      : { hit, handle: undefined }
  }

  function begin({ left, top, hit, handle, shift }: Press, pans: boolean): Drag | undefined {
    const frame = stage.frame()
    const { viewport, tilt } = frame
    const start = world(left, top)
    if (!start) return undefined
    if (pans) return panDrag(frame, start[0], start[1], store.getState().window.height)
    if (handle) return handle.drag(start[0], start[1], shift)
    if (!hit) return planeDrag(frame, start[0], start[1])
    const points = frame[hit.which][hit.factor]
    const { inner, columns } = frame.derived.size
    const n = 2 * (hit.row * (hit.factor === 'a' ? inner : columns) + hit.column)
    const [x, y] = project(viewport, tilt, points[n]!, points[n + 1]!)
    const mark = unproject(viewport, tilt, x, y) ?? start
    return entryDrag(frame, hit, start[0], start[1], mark[0], mark[1])
  }

  function move(event: PointerEvent) {
    const place = at(event)
    if (touches.has(event.pointerId)) touches.set(event.pointerId, place)
    if (pinch) return movePinch()
    if (!press) return hover(place)
    if (!press.drag) {
      if (Math.hypot(place.left - press.left, place.top - press.top) < slackPx) return
      press.drag = begin(press, false)
      if (press.drag?.edits) beginGesture()
    }
    const to = world(place.left, place.top)
    if (to) press.drag?.move(to[0], to[1])
  }

  function hover({ left, top }: { left: number; top: number }) {
    const frame = stage.frame()
    const { hit: entry, handle } = grabbed({ left, top }, mouseReach)
    const to = world(left, top)
    const term = entry || handle || !to ? undefined : termAt(frame, to[0], to[1], 7)
    const { pointed, pointedTerm, pointedHandle, set } = store.getState()
    const same =
      pointed?.factor === entry?.factor && pointed?.row === entry?.row && pointed?.column === entry?.column
    host.dataset['over'] = entry || handle ? 'entry' : term === undefined ? 'plane' : 'term'
    if (same && pointedTerm === term && pointedHandle === handle?.id) return
    set({
      pointed: entry && { factor: entry.factor, row: entry.row, column: entry.column },
      pointedTerm: term,
      pointedHandle: handle?.id,
    })
  }

  function up(event: PointerEvent) {
    touches.delete(event.pointerId)
    if (pinch) {
      if (touches.size < 2) pinch = undefined
      return
    }
    if (press && !press.drag && !press.handle) click(press.hit)
    stop(endGesture)
  }

  /** The slice is over the entry that was clicked, and the cells that it enters are pointed out. */
  function click(hit: EntryHit | undefined) {
    const entry = hit && { factor: hit.factor, row: hit.row, column: hit.column }
    if (entry) store.getState().edit({ free: entry })
    store.getState().set({ pointed: entry })
  }

  function stop(how: () => void) {
    if (press?.drag?.edits) how()
    if (how === cancelGesture) press?.drag?.cancel?.()
    press = undefined
  }

  function cancel(event: PointerEvent) {
    touches.delete(event.pointerId)
    pinch = undefined
    stop(cancelGesture)
  }

  function leave(event: PointerEvent) {
    if (!press && event.pointerType !== 'touch')
      store.getState().set({ pointed: undefined, pointedTerm: undefined, pointedHandle: undefined })
  }

  function twoTouches() {
    const [one, two] = [...touches.values()]
    if (!one || !two) return undefined
    const middle = world((one.left + two.left) / 2, (one.top + two.top) / 2)
    return middle && { apart: Math.hypot(one.left - two.left, one.top - two.top), X: middle[0], Y: middle[1] }
  }

  function beginPinch() {
    pinch = twoTouches()
  }

  function movePinch() {
    const now = twoTouches()
    if (!now || !pinch || now.apart < 1) return
    const { viewport, chart } = stage.frame()
    const { centre, height } = store.getState().window
    if (chart && chart.name !== 'halfPlane')
      panDrag(stage.frame(), pinch.X, pinch.Y, height).move(now.X, now.Y)
    else store.getState().frame({ centre: centre - (now.X - pinch.X) / viewport.scale, height })
    zoom(stage.frame(), now.X, now.apart / pinch.apart)
    pinch = now
  }

  function wheel(event: WheelEvent) {
    // The page around a frame is scrolled across it, until the frame has been clicked.
    if (store.getState().embed && !event.ctrlKey && !document.hasFocus()) return
    event.preventDefault()
    // A drag is computed in the window it began in: what is held would leave the pointer.
    if (press?.drag) return
    const { left, top } = at(event)
    const to = world(left, top)
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (to) zoom(stage.frame(), to[0], Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0015)))
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') stop(cancelGesture)
    if (event.key === ' ' && isPlain(event.target)) {
      spaceHeld = true
      event.preventDefault()
      host.dataset['over'] = 'pan'
    }
  }

  function keyUp(event: KeyboardEvent) {
    if (event.key !== ' ') return
    spaceHeld = false
    delete host.dataset['over']
  }

  /** Space belongs to a button or a field that has the focus. */
  const isPlain = (target: EventTarget | null) =>
    !(target instanceof HTMLElement) ||
    !target.closest('button, input, select, textarea, summary, dialog, [contenteditable]')

  const fitAll = (event: MouseEvent) => {
    if ((event.target as HTMLElement).matches('[data-surface]')) store.getState().showAll()
  }
  const end = new AbortController()
  const until = { signal: end.signal }
  host.addEventListener('pointerdown', down, until)
  host.addEventListener('pointermove', move, until)
  host.addEventListener('pointerup', up, until)
  host.addEventListener('pointercancel', cancel, until)
  host.addEventListener('pointerleave', leave, until)
  host.addEventListener('dblclick', fitAll, until)
  host.addEventListener('wheel', wheel, { ...until, passive: false })
  window.addEventListener('keydown', keyDown, until)
  window.addEventListener('keyup', keyUp, until)
  return () => end.abort()
}
