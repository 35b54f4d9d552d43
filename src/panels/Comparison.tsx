import { cancelComparison, compareWith, controlsFor } from '../store/comparison'
import { useApp } from '../store/store'
import { liveTraining, useTraining, type TrainingState } from '../store/training'
import { LiveStatus } from '../ui/LiveText'
import { controlWords } from './curveWords'

const labels = { dot: 'Compare with the dot product', line: '… with the real line' } as const
const statuses = { dot: 'Dot product', line: 'Real line' } as const
type Geometry = keyof typeof labels

const wordsOf = (geometry: Geometry) => (state: TrainingState) => {
  const control = state.controls.find((one) => one.geometry === geometry)
  return control ? controlWords(control) : ''
}
const words = { dot: wordsOf('dot'), line: wordsOf('line') } as const
const isGoingOn = ({ controls }: TrainingState) => controls.some(({ ending }) => ending === undefined)

/** The same task with other scores, and what came of it. */
export function Comparison() {
  const geometries = useApp(({ document }) => controlsFor(document).join(' '))
  const going = useTraining(({ controls }) =>
    controls
      .filter(({ ending }) => ending === undefined)
      .map(({ geometry }) => geometry)
      .join(' '),
  )
  const known = useTraining(({ controls }) => controls.map(({ geometry }) => geometry).join(' '))
  if (geometries === '') return null
  const listed = (text: string) => text.split(' ').filter((one) => one !== '') as Geometry[]
  return (
    <div className="comparison">
      <div className="comparison-buttons">
        {listed(geometries).map((geometry) => {
          const isGoing = listed(going).includes(geometry)
          return (
            <button
              key={geometry}
              type="button"
              onClick={() => (isGoing ? cancelComparison(geometry) : compareWith(geometry))}
            >
              {isGoing ? `Cancel: ${statuses[geometry]}` : labels[geometry]}
            </button>
          )
        })}
      </div>
      {listed(known).map((geometry) => (
        <p key={geometry}>
          <LiveStatus
            label={statuses[geometry]}
            source={liveTraining}
            of={words[geometry]}
            hush={isGoingOn}
          />
        </p>
      ))}
    </div>
  )
}
