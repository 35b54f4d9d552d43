import path from 'node:path'
import type { Rolldown } from 'vite'

type Group = NonNullable<Rolldown.CodeSplittingOptions['groups']>[number]
type NameOf = Extract<Group['name'], (...of: never) => unknown>
type Context = Parameters<NameOf>[1]

/** What a page that is opened asks for beside each other, below `src`. */
const parts: Readonly<Record<string, readonly string[]>> = {
  stage: ['stage/Stage.tsx', 'stage/canvas.tsx'],
  panels: [
    'panels/ControlPanels.tsx',
    'panels/ResultPanels.tsx',
    'panels/InWords.tsx',
    'panels/SkipLinks.tsx',
  ],
  address: ['store/connect.ts', 'store/keeping.ts', 'store/exactReading.ts', 'panels/listen.ts'],
}

/** And once it can be used. */
const laterParts: Readonly<Record<string, readonly string[]>> = {
  folded: ['Pattern', 'Columns', 'Flow', 'Word', 'Centre', 'Group'].map((name) => `panels/${name}Panel.tsx`),
  training: ['panels/TrainingPanel.tsx'],
}

/**
 * One file for the modules that the same of these parts need, where a file for each set of chunks that share a module
 * would be a hundred and more: a far server answers each only after a way there and back. What no part needs, and what
 * the first chunk has, is split as ever.
 */
export function startChunks(root: string): Group {
  let names: ReadonlyMap<string, string> | undefined
  const inSource = (name: string) => path.join(root, 'src', name).replaceAll('\\', '/')
  return {
    name: (id, context) => (names ??= namesOf(context, inSource)).get(id),
    // What a module needs is needed by at least the parts that need it: no two files need each other.
    includeDependenciesRecursively: false,
  }
}

function namesOf(context: Context, inSource: (name: string) => string): ReadonlyMap<string, string> {
  const reached = (files: readonly string[]) => reachedFrom(files.map(inSource), context)
  const first = reached(['main.tsx'])
  const [start, later] = [parts, laterParts].map((some) =>
    Object.entries(some).map(([name, files]) => ({ name, has: reached(files) })),
  )
  const roots = new Set([...Object.values(parts), ...Object.values(laterParts)].flat().map(inSource))
  const names = new Map<string, string>()
  for (const id of new Set([...start!, ...later!].flatMap(({ has }) => [...has]))) {
    // Styles stay in the order that they have.
    if (first.has(id) || roots.has(id) || /\.css(\?|$)/.test(id)) continue
    const [early, late] = [start!, later!].map((some) =>
      some.filter(({ has }) => has.has(id)).map(({ name }) => name),
    )
    // Without an address everything else works: what it shares with other parts is not in its file.
    const isAddress = early!.join() === 'address'
    names.set(id, (early!.length === 0 || isAddress ? [...late!, ...early!] : early!).join('-'))
  }
  return names
}

/** Modules by their static imports. @throws Error if one of the first is not in the build */
function reachedFrom(ids: readonly string[], context: Context): Set<string> {
  const found = new Set<string>()
  const visit = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) visit(next)
  }
  for (const id of ids) {
    if (!context.getModuleInfo(id)) throw new Error(`start chunks: ${id} is not in the build`)
    visit(id)
  }
  return found
}
