import { useLayoutEffect, useMemo, useRef } from 'react'
import { factorName } from '../document/names'
import { parseElement } from '../document/parseElement'
import { useApp, type AppState } from '../store/store'
import { Icon } from '../ui/Icon'
import { LiveText } from '../ui/LiveText'
import { NumberField } from '../ui/NumberField'
import { dragRow } from './dragRow'
import { moveFactor, removeFactor, replaceFactor } from './editWord'
import { live } from './live'
import { elementText, factorAt, factorEntry, factorWords } from './wordTexts'

interface Props {
  n: number
  isOpen: boolean
  onToggle: () => void
  /** The factor has another place, or is gone. */
  onMoved: (to: number | undefined) => void
}

/** A factor of g: what it is, where it stands, and its numbers when it is opened. The last one follows every drag. */
export function FactorRow({ n, isOpen, onToggle, onMoved }: Props) {
  const row = useRef<HTMLLIElement>(null)
  const words = useMemo(() => (state: AppState) => factorWords(state, n), [n])
  const name = factorName(n)

  useLayoutEffect(
    () =>
      live((state) => {
        if (factorAt(state, n) === undefined) row.current!.dataset['empty'] = ''
        else delete row.current!.dataset['empty']
      }),
    [n],
  )

  const move = (to: number) => {
    if (moveFactor(n, to)) onMoved(to)
  }
  const remove = () => {
    if (removeFactor(n)) onMoved(undefined)
  }
  return (
    <li ref={row} className="factor">
      <span className="factor-grip" aria-hidden="true" onPointerDown={(event) => dragRow(event, move)} />
      <button type="button" className="factor-name" aria-expanded={isOpen} onClick={onToggle}>
        <i className="g">{name}</i> <LiveText source={live} of={words} />
      </button>
      <span className="factor-buttons">
        <button
          type="button"
          className="quiet"
          aria-label={`Earlier: ${name}`}
          title="Earlier"
          onClick={() => move(n - 1)}
        >
          <Arrow d="M10 15V5M5.5 9.5 10 5l4.5 4.5" />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label={`Later: ${name}`}
          title="Later"
          onClick={() => move(n + 1)}
        >
          <Arrow d="M10 5v10M5.5 10.5 10 15l4.5-4.5" />
        </button>
        <button type="button" className="quiet" aria-label={`Remove ${name}`} title="Remove" onClick={remove}>
          <Icon name="close" />
        </button>
      </span>
      {isOpen && <FactorNumbers n={n} name={name} />}
    </li>
  )
}

function FactorNumbers({ n, name }: { n: number; name: string }) {
  const space = useApp((state) => state.document.space)
  const of = useMemo(() => {
    const text = (state: AppState) => elementText(factorAt(state, n))
    const entries = [0, 1, 2, 3].map((entry) => (state: AppState) => factorEntry(state, n, entry))
    return { text, entries }
  }, [n])
  return (
    <div className="factor-numbers">
      {space === 'halfPlane' && (
        <div className="matrix" role="group" aria-label={`${name} as a 2 × 2 matrix`}>
          <i className="g">{name}</i> =
          <div className="brackets">
            {of.entries.map((entry, at) => (
              <LiveText key={at} source={live} of={entry} />
            ))}
          </div>
        </div>
      )}
      <NumberField
        label={`${name}, exactly`}
        source={live}
        short={of.text}
        exact={of.text}
        parse={(text) => parseElement(text, space)}
        onCommit={(h) => replaceFactor(n, h)}
        inputMode="text"
      />
    </div>
  )
}

const Arrow = ({ d }: { d: string }) => (
  <svg className="glyph" viewBox="0 0 20 20" aria-hidden="true">
    <path d={d} />
  </svg>
)
