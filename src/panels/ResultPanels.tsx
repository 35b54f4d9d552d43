import { lazy, Suspense } from 'react'
import { useApp } from '../store/store'
import { LossPanel } from './LossPanel'
import { ProductPanel } from './ProductPanel'

const AttentionPanel = lazy(async () => ({ default: (await import('./AttentionPanel')).AttentionPanel }))
const TrainingPanel = lazy(async () => ({ default: (await import('./TrainingPanel')).TrainingPanel }))

/** What follows from the document. */
export function ResultPanels() {
  const hasHead = useApp((state) => state.document.head !== null)
  return (
    <>
      <ProductPanel />
      {hasHead && (
        <Suspense>
          <AttentionPanel />
        </Suspense>
      )}
      <LossPanel />
      <Suspense>
        <TrainingPanel />
      </Suspense>
    </>
  )
}
