import { part } from '../ui/part'

const dialogs = {
  figures: part(async () => (await import('./FiguresDialog')).FiguresDialog),
  tensors: part(async () => (await import('./ExportTensors')).ExportTensors),
  qrCode: part(async () => (await import('./QrDialog')).QrDialog),
  embed: part(async () => (await import('./EmbedDialog')).EmbedDialog),
}

export type ExportDialogName = keyof typeof dialogs

/** One of the dialogs that the export menu opens. */
export function ExportDialog({ name, onClose }: { name: ExportDialogName; onClose: () => void }) {
  const Shown = dialogs[name]
  return <Shown onClose={onClose} />
}
