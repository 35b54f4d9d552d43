import { isModel } from '../document/modelLoss'
import { useApp } from '../store/store'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'
import { LossPanel } from './LossPanel'
import { ProductPanel } from './ProductPanel'

const AttentionPanel = fetched(async () => (await import('./AttentionPanel')).AttentionPanel)
const ClassifierPanel = fetched(async () => (await import('./ClassifierPanel')).ClassifierPanel)
const TrainingPanel = fetched(async () => (await import('./TrainingPanel')).TrainingPanel)
const TwinPanel = fetched(async () => (await import('./TwinPanel')).TwinPanel)
const ConservedGauges = fetched(async () => (await import('./ConservedGauges')).ConservedGauges)

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
          <Panel />
        </Boundary>
      ),
  )
}
