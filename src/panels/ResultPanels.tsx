import { lazy, Suspense } from 'react'
import { isModel } from '../document/modelLoss'
import { useApp } from '../store/store'
import { LossPanel } from './LossPanel'
import { ProductPanel } from './ProductPanel'

const AttentionPanel = lazy(async () => ({ default: (await import('./AttentionPanel')).AttentionPanel }))
const ClassifierPanel = lazy(async () => ({ default: (await import('./ClassifierPanel')).ClassifierPanel }))
const TrainingPanel = lazy(async () => ({ default: (await import('./TrainingPanel')).TrainingPanel }))
const TwinPanel = lazy(async () => ({ default: (await import('./TwinPanel')).TwinPanel }))
const ConservedGauges = lazy(async () => ({ default: (await import('./ConservedGauges')).ConservedGauges }))

/** What follows from the document. */
export function ResultPanels() {
  const hasHead = useApp((state) => state.document.head !== null)
  const hasModel = useApp(({ document }) => isModel(document))
  const hasClassifier = useApp((state) => state.document.classifier !== null)
  return (
    <>
      {hasClassifier && (
        <Suspense>
          <ClassifierPanel />
        </Suspense>
      )}
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
      {hasModel && (
        <Suspense>
          <TwinPanel />
          <ConservedGauges />
        </Suspense>
      )}
    </>
  )
}
