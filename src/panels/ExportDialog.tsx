import { lazy, Suspense } from 'react'

const dialogs = {
  figures: lazy(async () => ({ default: (await import('./FiguresDialog')).FiguresDialog })),
  tensors: lazy(async () => ({ default: (await import('./ExportTensors')).ExportTensors })),
  qrCode: lazy(async () => ({ default: (await import('./QrDialog')).QrDialog })),
  embed: lazy(async () => ({ default: (await import('./EmbedDialog')).EmbedDialog })),
}

export type ExportDialogName = keyof typeof dialogs

/** One of the dialogs that the export menu opens. */
export function ExportDialog({ name, onClose }: { name: ExportDialogName; onClose: () => void }) {
  const Shown = dialogs[name]
  return (
    <Suspense>
      <Shown onClose={onClose} />
    </Suspense>
  )
}
