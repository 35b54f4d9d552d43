import { useState, type MouseEvent } from 'react'
import { lengthOf, useLecture } from '../store/lecture'
import { Dialog } from '../ui/Dialog'
import { QrCode } from '../ui/QrCode'
import { addressElsewhere, grouped, isOnline, saveAsFile, sayCopied } from './shareLink'
import './qrDialog.css'

/** Codes of more characters have modules too small for a telephone at the back of a hall. */
const longest = 1200
/** Nobody types more than this from a screen. */
const longestTyped = 120

/** The address of the state as a QR code over the whole window, to be taken from the screen, and as text. */
export function QrDialog({ onClose }: { onClose: () => void }) {
  const [address] = useState(addressElsewhere)
  const lesson = useLecture((state) => state.lesson)
  const step = useLecture((state) => state.at) + 1
  const refused = why(address)
  const closeUnlessUsed = ({ target }: MouseEvent) => {
    if (!(target as Element).closest('.qr-address, button')) onClose()
  }
  return (
    <Dialog title="QR code" className="qr-dialog" onClose={onClose}>
      <div className="qr-screen" onClick={closeUnlessUsed}>
        {address !== undefined && refused === undefined ? (
          <QrCode text={address} label="QR code of the link to this state" />
        ) : (
          <div className="offer">
            <p>{refused}</p>
            <button type="button" onClick={saveAsFile}>
              Save as a file
            </button>
          </div>
        )}
        <div className="qr-beside">
          {address !== undefined && refused === undefined && (
            <>
              <p className="qr-words">{instruction(address)}</p>
              {lesson && (
                <p className="qr-lesson">
                  {lesson.title}, {step} of {lengthOf(lesson)}: follow along, or explore on your own.
                </p>
              )}
            </>
          )}
          {address !== undefined && <Address address={address} />}
        </div>
      </div>
    </Dialog>
  )
}

function instruction(address: string) {
  if (address.length > longestTyped) return 'Scan with the camera of a phone.'
  return (
    <>
      Scan, or open <strong>{address.replace(/^https:\/\//, '')}</strong>
    </>
  )
}

/** Why there is no code. */
function why(address: string | undefined): string | undefined {
  const most = `a QR code that can be read across a room has at most ${grouped(longest)}`
  if (address === undefined)
    return `These matrices are too large for a link; ${most} characters. A file holds them.`
  if (!isOnline(address))
    return 'This page was opened from a file, so no other device can open its address. A file holds the same.'
  if (address.length <= longest) return undefined
  return `The link has ${grouped(address.length)} characters; ${most}. Copy the link, or save a file.`
}

function Address({ address }: { address: string }) {
  const copy = () => navigator.clipboard.writeText(address).then(() => sayCopied(address), select)
  return (
    <div className="qr-address">
      <input
        aria-label="Link"
        readOnly
        value={address}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" onClick={() => void copy()}>
        Copy
      </button>
      <p className="hint">{grouped(address.length)} characters</p>
    </div>
  )
}

/** Where the browser does not let the page copy, the text is ready to be copied by hand. */
function select(): void {
  document.querySelector<HTMLInputElement>('.qr-address input')?.focus()
}
