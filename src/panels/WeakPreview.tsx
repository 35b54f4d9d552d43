import { useEffect } from 'react'
import { store } from '../store/store'
import './weakPreview.css'

const end = () => store.getState().set({ weak: false })

/** The page with the contrast of a weak projector in a bright room, said so as long as it is on; Esc ends it. */
export function WeakPreview() {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['weak'] = ''
    const hear = ({ key }: KeyboardEvent) => {
      // A menu or a dialog has it first.
      if (key === 'Escape' && !document.querySelector('dialog[open], :popover-open')) end()
    }
    addEventListener('keydown', hear)
    return () => {
      delete dataset['weak']
      removeEventListener('keydown', hear)
    }
  }, [])
  return (
    <div className="weak-preview" role="status" aria-label="Preview of a weak projector">
      Preview: a weak projector, whose white is four times as bright as its black.
      <button type="button" onClick={end}>
        End preview (Esc)
      </button>
    </div>
  )
}
