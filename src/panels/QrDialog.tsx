import { useState } from 'react'
import { Dialog } from '../ui/Dialog'
import { QrCode } from '../ui/QrCode'
import { addressNow, grouped, saveAsFile, sayCopied } from './shareLink'
import './qrDialog.css'

/** Codes of more characters have modules too small for a telephone at the back of a hall. */
const longest = 1200

/** The address of the state as a QR code to be taken from the screen, and as text. */
export function QrDialog({ onClose }: { onClose: () => void }) {
  const [address] = useState(sharedAddress)
  return (
    <Dialog title="QR code" className="qr-dialog" onClose={onClose}>
      {address !== undefined && why(address) === undefined ? (
        <QrCode text={address} label="QR code of the link to this state" />
      ) : (
        <div className="offer">
          <p>{why(address)}</p>
          <button type="button" onClick={saveAsFile}>
            Save as a file
          </button>
        </div>
      )}
      {address !== undefined && <Address address={address} />}
    </Dialog>
  )
}

/** For the telephones of a room: without the profile of the projector. */
function sharedAddress(): string | undefined {
  const address = addressNow()
  if (address === undefined || !isOnline(address)) return address
  const url = new URL(address)
  url.searchParams.delete('profile')
  return url.href
}

const isOnline = (address: string) => /^https?:/.test(address)

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
