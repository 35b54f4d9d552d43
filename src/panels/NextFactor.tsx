import { useId, useRef, useState } from 'react'
import type { Element } from '../document/document'
import { parseElement } from '../document/parseElement'
import { isProblem, type Problem } from '../document/problem'
import { useApp } from '../store/store'
import { apply, conjugate } from './editWord'
import { wordsOf } from './elementWords'

const examples = { halfPlane: '2 1 1 1 or N(1/2) K(pi/4)', line: '1.25 or 1/3' } as const

/** h as it is typed, and what is done with it; what cannot be read or done stays, with the reason under it. */
export function NextFactor() {
  const space = useApp((state) => state.document.space)
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<{ problem?: string; words?: string }>({})
  const id = useId()

  const act = (by: (h: Element) => Problem | undefined) => {
    const field = input.current!
    const h = parseElement(field.value, space)
    const refused = isProblem(h) ? h : by(h)
    if (refused) {
      setSaid({ problem: refused.problem })
      return field.focus()
    }
    field.value = ''
    setSaid({})
  }

  return (
    <form
      className="next-factor"
      onSubmit={(event) => {
        event.preventDefault()
        act(apply)
      }}
    >
      <label htmlFor={id}>
        Next factor <i className="g">h</i>
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={examples[space]}
        aria-label="Next factor"
        aria-invalid={said.problem !== undefined}
        aria-describedby={`${id}-said`}
        onInput={({ currentTarget }) => {
          const h = parseElement(currentTarget.value, space)
          setSaid(isProblem(h) ? {} : { words: wordsOf(h) })
        }}
      />
      <p id={`${id}-said`}>
        {said.problem !== undefined ? (
          <span role="alert" className="problem">
            {said.problem}
          </span>
        ) : (
          <span className="hint">{said.words}</span>
        )}
      </p>
      <div className="word-buttons">
        <button type="submit" title="g becomes hg">
          Apply
        </button>
        <button type="button" title="g becomes hgh⁻¹" onClick={() => act(conjugate)}>
          Conjugate
        </button>
      </div>
    </form>
  )
}
