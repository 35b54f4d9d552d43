import { fetched } from '../ui/fetched'

const dialogs = {
  figures: fetched(async () => (await import('./FiguresDialog')).FiguresDialog),
  tensors: fetched(async () => (await import('./ExportTensors')).ExportTensors),
  qrCode: fetched(async () => (await import('./QrDialog')).QrDialog),
  embed: fetched(async () => (await import('./EmbedDialog')).EmbedDialog),
}

export type ExportDialogName = keyof typeof dialogs

/** One of the dialogs that the export menu opens. */
export function ExportDialog({ name, onClose }: { name: ExportDialogName; onClose: () => void }) {
  const Shown = dialogs[name]
  return <Shown onClose={onClose} />
}
