import { lazy, Suspense } from 'react'
import { isModel } from '../document/modelLoss'
import { useApp } from '../store/store'
import { Boundary } from './Boundary'
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
  const panels = [
    hasClassifier && ClassifierPanel,
    ProductPanel,
    hasHead && AttentionPanel,
    LossPanel,
    TrainingPanel,
    hasModel && TwinPanel,
    hasModel && ConservedGauges,
  ]
  return panels.map(
    (Panel, n) =>
      Panel && (
        <Boundary key={n}>
          <Suspense>
            <Panel />
          </Suspense>
        </Boundary>
      ),
  )
}
