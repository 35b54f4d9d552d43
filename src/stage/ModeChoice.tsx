import { store, useApp, type AppState } from '../store/store'

const modes: readonly { mode: AppState['dragMode']; label: string; title: string }[] = [
  { mode: 'glide', label: 'Glide', title: 'Along the geodesic from where you press to the pointer' },
  { mode: 'keepInfinity', label: 'Keep ∞', title: 'The map that takes the pressed point along and keeps ∞' },
  { mode: 'turn', label: 'Turn', title: 'About the point with the cross, which you can drag' },
]

/** Which isometry a drag of the empty plane applies: many take one point to another. */
export function ModeChoice() {
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  const chosen = useApp((state) => state.dragMode)
  if (!isHalfPlane) return null
  return (
    <div className="stage-modes" role="radiogroup" aria-label="Drag the plane" data-over-canvas="">
      <b aria-hidden="true">Drag</b>
      {modes.map(({ mode, label, title }) => (
        <label key={mode} title={title}>
          <input
            type="radio"
            name="drag-mode"
            checked={mode === chosen}
            onChange={() => store.getState().set({ dragMode: mode })}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
