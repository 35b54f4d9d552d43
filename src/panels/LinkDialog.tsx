import { Dialog } from '../ui/Dialog'

interface Props {
  link: string
  onClose: () => void
}

/** The link as text, where the browser does not let the page copy it. */
export function LinkDialog({ link, onClose }: Props) {
  return (
    <Dialog title="Copy link" onClose={onClose}>
      <p>The browser does not let this page write to the clipboard. Copy the link from here:</p>
      <textarea aria-label="Link" readOnly rows={4} value={link} onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
