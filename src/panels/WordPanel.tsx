import { useRef, useState } from 'react'
import { isReflected } from '../document/acting'
import { elementList } from '../document/element'
import { useApp } from '../store/store'
import { LiveText } from '../ui/LiveText'
import { finishFactor, invert, resetWord, setReflected } from './editWord'
import { FactorRow } from './FactorRow'
import { live } from './live'
import { NextFactor } from './NextFactor'
import { Section } from './Section'
import { productWords } from './wordTexts'
import './word.css'

/** g as the product of what was applied one after another, after the mirror if there is one. */
export function WordPanel() {
  const isList = useApp((state) => elementList(state.document) !== undefined)
  return (
    <Section
      name="word"
      title={
        <span>
          Word of <i className="g">g</i>, reflection
        </span>
      }
      tab="element"
      folds="closed"
      aside={
        <button type="button" className="quiet" onClick={invert} title="g becomes its inverse">
          Invert g
        </button>
      }
    >
      <ReflectionBox />
      {isList ? (
        <p className="hint">
          Where each inner index has its own element no word is kept; what is typed here acts on all of them.
        </p>
      ) : (
        <Factors />
      )}
      <NextFactor />
    </Section>
  )
}

function ReflectionBox() {
  const isLine = useApp((state) => state.document.space === 'line')
  const isSet = useApp(({ document, column }) => isReflected(document, column))
  return (
    <label className="check">
      <input type="checkbox" checked={isSet} onChange={(event) => setReflected(event.target.checked)} />
      {isLine ? 'Reflection x ↦ −x first' : 'Reflection z ↦ −z̄ first'}
    </label>
  )
}

function Factors() {
  const finished = useApp((state) => state.document.word.length)
  const [open, setOpen] = useState<number>()
  const list = useRef<HTMLOListElement>(null)

  const onMoved = (from: number, to: number | undefined) => {
    setOpen(to !== undefined && open === from ? to : undefined)
    // The button that was pressed belongs to another factor now, or is gone.
    if (to === undefined) list.current!.focus()
    else list.current!.children[to]?.querySelector<HTMLElement>('.factor-name')?.focus()
  }

  return (
    <>
      <p className="word-product">
        <LiveText source={live} of={productWords} className="g" />{' '}
        <span className="hint">first applied at the top</span>
      </p>
      <ol ref={list} className="factors-list" aria-label="Factors, first applied first" tabIndex={-1}>
        {Array.from({ length: finished + 1 }, (_, n) => (
          <FactorRow
            key={n}
            n={n}
            isOpen={open === n}
            onToggle={() => setOpen(open === n ? undefined : n)}
            onMoved={(to) => onMoved(n, to)}
          />
        ))}
      </ol>
      <div className="word-buttons">
        <button type="button" onClick={finishFactor} title="The next drag begins a new factor">
          Finish factor
        </button>
        <button type="button" onClick={resetWord} title="g stays, as one factor">
          Reset word
        </button>
      </div>
    </>
  )
}
