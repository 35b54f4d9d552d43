import type { ReactNode } from 'react'
import type { EmbedPart } from './document/embedLink'
import { isModel } from './document/modelLoss'
import { Boundary } from './panels/Boundary'
import { Notice } from './panels/Notice'
import { useApp, type AppState } from './store/store'
import { fetched } from './ui/fetched'
import './embeddedPage.css'

const OpenWhole = fetched(async () => (await import('./panels/OpenWhole')).OpenWhole)

const of = <Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name) =>
  fetched(async () => (await load())[name])

const panels = {
  space: of(() => import('./panels/SpacePanel'), 'SpacePanel'),
  factors: of(() => import('./panels/FactorsPanel'), 'FactorsPanel'),
  element: of(() => import('./panels/ElementPanel'), 'ElementPanel'),
  move: of(() => import('./panels/MovePanel'), 'MovePanel'),
  columns: of(() => import('./panels/ColumnsPanel'), 'ColumnsPanel'),
  flow: of(() => import('./panels/FlowPanel'), 'FlowPanel'),
  word: of(() => import('./panels/WordPanel'), 'WordPanel'),
  centre: of(() => import('./panels/CentrePanel'), 'CentrePanel'),
  points: of(() => import('./panels/PointsToPoints'), 'PointsToPoints'),
  group: of(() => import('./panels/GroupPanel'), 'GroupPanel'),
  product: of(() => import('./panels/ProductPanel'), 'ProductPanel'),
  attention: of(() => import('./panels/AttentionPanel'), 'AttentionPanel'),
  classifier: of(() => import('./panels/ClassifierPanel'), 'ClassifierPanel'),
  loss: of(() => import('./panels/LossPanel'), 'LossPanel'),
  training: of(() => import('./panels/TrainingPanel'), 'TrainingPanel'),
  twins: of(() => import('./panels/TwinPanel'), 'TwinPanel'),
  conserved: of(() => import('./panels/ConservedGauges'), 'ConservedGauges'),
  experiment: of(() => import('./panels/EmbeddedExperiment'), 'EmbeddedExperiment'),
} satisfies Partial<Record<EmbedPart, unknown>>

type PanelName = keyof typeof panels

/** Whether the document has what a panel is about. */
function isThere(name: PanelName, { document, view }: AppState): boolean {
  if (name === 'attention') return document.head !== null
  if (name === 'classifier') return document.classifier !== null
  if (name === 'twins' || name === 'conserved') return isModel(document)
  if (name === 'experiment') return view.experiment !== null
  return true
}

/** The page in a frame: the parts that its address names, and nothing around them. `children` is the picture. */
export function EmbeddedPage({ children }: { children: ReactNode }) {
  const parts = useApp((state) => state.embed) ?? []
  const title = useApp((state) => state.document.title)
  const shown = useApp((state) =>
    parts.filter((part) => part in panels && isThere(part as PanelName, state)).join(),
  )
  const names = shown === '' ? [] : (shown.split(',') as PanelName[])
  const hasStage = parts.includes('stage')
  return (
    <div
      className="embedded"
      data-stage={hasStage}
      data-panels={names.length > 0}
      data-tools={parts.includes('tools')}
    >
      <header className="unseen">
        <h1>{title === '' ? 'Moduli' : `Moduli: ${title}`}</h1>
      </header>
      {hasStage ? children : <Notice />}
      {names.length > 0 && (
        <div className="embedded-panels" role={hasStage ? 'region' : 'main'} aria-label="Panels">
          {names.map((name) => (
            <Panel key={name} name={name} />
          ))}
        </div>
      )}
      <footer>
        <Boundary instead={() => null}>
          <OpenWhole />
        </Boundary>
      </footer>
    </div>
  )
}

function Panel({ name }: { name: PanelName }) {
  const Shown = panels[name]
  return (
    <Boundary>
      <Shown />
    </Boundary>
  )
}
