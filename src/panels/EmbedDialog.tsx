import { useState } from 'react'
import { embedField, embedParts, type EmbedPart } from '../document/embedLink'
import { store } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { embedCode } from './embedCode'
import { embeddedAddress, isOnline } from './shareLink'
import './embedDialog.css'

const partNames: Readonly<Record<EmbedPart, string>> = {
  stage: 'Picture',
  tools: 'Buttons over the picture',
  space: 'Space',
  factors: 'Factors',
  element: 'Element',
  move: 'Move',
  columns: 'Inner indices',
  flow: 'Flow',
  word: 'Word',
  centre: 'Centre and align',
  points: 'Points to points',
  group: 'The group',
  product: 'Product',
  attention: 'Attention',
  classifier: 'Classifier',
  loss: 'Loss surface',
  training: 'Training',
  twins: 'Twins',
  conserved: 'What training conserves',
  experiment: 'Experiment',
}

const frameSizes = ['480×320', '800×500', '1280×720', '100%×500'] as const

/** The code that shows this state in another page, with the parts that are chosen. */
export function EmbedDialog({ onClose }: { onClose: () => void }) {
  const [parts, setParts] = useState<ReadonlySet<EmbedPart>>(new Set(['stage']))
  const [size, setSize] = useState<string>('800×500')
  const chosen = embedParts.filter((part) => parts.has(part))
  const address = embeddedAddress(embedField(chosen))
  const refused = why(chosen, address)
  const choose = (part: EmbedPart, isIn: boolean) => {
    const next = new Set(parts)
    if (isIn) next.add(part)
    else next.delete(part)
    setParts(next)
  }
  return (
    <Dialog title="Embed code" className="embed-dialog" onClose={onClose}>
      <fieldset className="embed-parts">
        <legend className="hint">What the frame shows</legend>
        {embedParts.map((part) => (
          <label key={part} className="check">
            <input
              type="checkbox"
              checked={parts.has(part)}
              onChange={(event) => choose(part, event.target.checked)}
            />
            {partNames[part]}
          </label>
        ))}
      </fieldset>
      <label className="choice">
        Size
        <select value={size} onChange={(event) => setSize(event.target.value)}>
          {frameSizes.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {refused === undefined ? (
        <Code address={address!} size={size} />
      ) : (
        <p className="problem" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  )
}

function why(chosen: readonly EmbedPart[], address: string | undefined): string | undefined {
  if (!chosen.some((part) => part !== 'tools')) return 'Choose at least one part.'
  if (address === undefined)
    return 'These matrices are too large for a link. Embed the page without them, and give them to it by a message.'
  if (!isOnline(address)) return 'This page was opened from a file, which no other page can show in a frame.'
  return undefined
}

function Code({ address, size }: { address: string; size: string }) {
  const [width, height] = size.split('×')
  const title = `Moduli: ${store.getState().document.title || 'untitled'}`
  const code = embedCode({ address, title, width: width!, height: height! })
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => store.getState().set({ notice: 'Embed code copied.' }),
      () => document.querySelector<HTMLElement>('.embed-dialog textarea')?.focus(),
    )
  return (
    <>
      <textarea
        aria-label="Embed code"
        readOnly
        rows={10}
        value={code}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <div className="embed-actions">
        <button type="button" className="primary" onClick={() => void copy()}>
          Copy code
        </button>
        <a href={address} target="_blank" rel="noopener">
          See it in a tab
        </a>
        <a href="./embed.html" target="_blank" rel="noopener">
          How a page talks to it
        </a>
      </div>
    </>
  )
}
