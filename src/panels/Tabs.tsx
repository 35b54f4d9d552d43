import type { Tab } from '../store/interfaceSlice'

const tabs: readonly { name: Tab; label: string }[] = [
  { name: 'element', label: 'Element' },
  { name: 'product', label: 'Product' },
  { name: 'loss', label: 'Loss' },
  { name: 'model', label: 'Factors' },
]

/** Where there is no room for rails, one panel at a time under the stage. */
export function Tabs({ tab, onChange }: { tab: Tab; onChange: (tab: Tab) => void }) {
  return (
    <nav className="tabs" aria-label="Panels">
      <div
        role="tablist"
        aria-label="Panels"
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (step === undefined) return
          event.preventDefault()
          const at = tabs.findIndex(({ name }) => name === tab)
          const next = (at + step + tabs.length) % tabs.length
          onChange(tabs[next]!.name)
          event.currentTarget.querySelectorAll('button')[next]?.focus()
        }}
      >
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => onChange(name)}
          >
            {label}
          </button>
        ))}
      </div>
    </nav>
  )
}
