import { useLayoutEffect, useRef } from 'react'
import { isReflected } from '../document/acting'
import { elementMatrix } from '../document/element'
import { useApp } from '../store/store'
import { heldElement, traceWords } from './elementWords'
import { live } from './live'
import { LiveText } from '../ui/LiveText'

/** The line ends here; beyond it the trace is an arrow. */
const end = 4

/**
 * The trace among its walls at ±2: elliptic between them, parabolic on them, hyperbolic beyond. As g and -g
 * are one element, so are a trace and its negative: a hollow mark shows the other one.
 */
export function TraceLine() {
  const line = useRef<HTMLDivElement>(null)
  const isMirrored = useApp((state) => isReflected(state.document, state.column))

  useLayoutEffect(
    () =>
      live((state) => {
        const held = heldElement(state)
        if (typeof held === 'number' || !line.current) return
        const [a, , , d] = elementMatrix(held)
        const style = line.current.style
        style.setProperty('--at', String(Math.min(Math.abs(a + d), end) / end))
        line.current.toggleAttribute('data-clipped', Math.abs(a + d) > end)
      }),
    [isMirrored],
  )

  return (
    <div className="trace">
      <p>
        <span>Trace</span> <LiveText source={live} of={traceWords} className="number" />
      </p>
      {!isMirrored && (
        <div ref={line} className="trace-line" aria-hidden="true">
          <i className="elliptic" />
          <i className="wall" style={{ left: '25%' }}>
            −2
          </i>
          <i className="wall" style={{ left: '75%' }}>
            2
          </i>
          <i style={{ left: '50%' }}>elliptic</i>
          <b className="mirror" />
          <b className="mark" />
        </div>
      )}
    </div>
  )
}
