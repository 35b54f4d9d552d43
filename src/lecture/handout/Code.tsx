import { QrCode } from '../../ui/QrCode'
import type { Way } from './addresses'

interface Props {
  way: Way | undefined
  /** Where it leads: "step 3". */
  to: string
}

/** A code that a telephone reads from paper. Long addresses have more modules, and get more room. */
export function Code({ way, to }: Props) {
  if (!way) return <p className="handout-note">There is no code to {to}: its state is too large for one.</p>
  const size = way.address.length <= 130 ? 'short' : way.address.length <= 450 ? 'middle' : 'long'
  return (
    <figure className="handout-code" data-size={size}>
      <QrCode text={way.address} label={`QR code of the link to ${to}`} />
      {way.typed !== undefined && <figcaption>{way.typed}</figcaption>}
    </figure>
  )
}
