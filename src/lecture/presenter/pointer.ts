import { pointAt } from '../../store/presenter'

/** Tells where on the stage the pointer is, until it is stopped. */
export function followPointer(): () => void {
  const move = ({ clientX, clientY }: PointerEvent) => {
    const panes = [...document.querySelectorAll('.stage-plane')]
    for (const [pane, one] of panes.entries()) {
      const { left, top, width, height } = one.getBoundingClientRect()
      const [x, y] = [clientX - left, clientY - top]
      if (x < 0 || y < 0 || x > width || y > height) continue
      return pointAt({ pane, right: (x - width / 2) / height, up: (height / 2 - y) / height })
    }
    pointAt(undefined)
  }
  addEventListener('pointermove', move)
  return () => removeEventListener('pointermove', move)
}
