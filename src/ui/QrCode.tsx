import { encode } from 'uqr'
import { useMemo } from 'react'

/** Modules of white that a reader needs around the code. */
const quiet = 4

/** A text as a QR code of black on white in any theme, sharp at every size: at most 2,953 characters. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The black modules of each row, those that touch as one rectangle. */
function drawn(text: string): { size: number; path: string } {
  // The larger the modules are the farther away they can be read: no more correction than there is room for.
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: quiet })
  let path = ''
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const from = x
      while (row[x + 1]) x++
      path += `M${from} ${y}h${x + 1 - from}v1H${from}z`
    }
  })
  return { size, path }
}
