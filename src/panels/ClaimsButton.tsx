import { store, useApp } from '../store/store'
import { Icon } from '../ui/Icon'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'

const ExperimentSheet = fetched(async () => (await import('./ExperimentSheet')).ExperimentSheet)

/** Opens the claims of the paper; a link may hold the experiment that is open. */
export function ClaimsButton() {
  const isListed = useApp((state) => state.claims)
  const isChosen = useApp(({ view }) => view.experiment !== null)
  const { set, look } = store.getState()
  return (
    <>
      <button type="button" aria-label="Claims" onClick={() => set({ claims: true })}>
        <Icon name="claims" /> <span className="wide">Claims</span>
      </button>
      {(isListed || isChosen) && (
        <Boundary>
          <ExperimentSheet
            onClose={() => {
              set({ claims: false })
              look({ experiment: null })
            }}
          />
        </Boundary>
      )}
    </>
  )
}
