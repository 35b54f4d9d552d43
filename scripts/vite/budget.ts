import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** Fails the build when the scripts of the first paint, or those of the stage, outgrow their gzip budget in KB. */
export function budget(limits: { first: number; view: number }): Plugin {
  return {
    name: 'moduli-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(
        (file): file is Rolldown.OutputChunk => file.type === 'chunk',
      )
      const entry = chunks.find((chunk) => chunk.isEntry)
      if (!entry) return
      const first = withImports(entry, bundle)
      // The stage, and what draws it where there is WebGL.
      const parts = ['/stage/Stage.tsx', '/stage/canvas.tsx'].map((name) =>
        chunks.find((chunk) => chunk.facadeModuleId?.endsWith(name)),
      )
      if (parts.includes(undefined))
        throw new Error('the stage is no chunk of its own: the first paint would wait for it')
      const view = new Set(parts.flatMap((part) => [...withImports(part, bundle)]))
      for (const name of first) view.delete(name)
      check('first chunk', first, limits.first)
      check('view chunk', view, limits.view)

      function check(what: string, names: Iterable<string>, limit: number) {
        let size = 0
        for (const name of names) {
          const file = bundle[name]
          if (file?.type === 'chunk') size += gzipSync(file.code, { level: 9 }).length
        }
        const text = `${what}: ${(size / 1000).toFixed(1)} KB gzip of ${limit}`
        if (size / 1000 > limit) throw new Error(`over budget: ${text}`)
        console.log(text)
      }
    },
  }
}

function withImports(
  start: Rolldown.OutputBundle[string] | undefined,
  bundle: Rolldown.OutputBundle,
): Set<string> {
  const names = new Set<string>()
  const visit = (file: Rolldown.OutputBundle[string] | undefined) => {
    if (file?.type !== 'chunk' || names.has(file.fileName)) return
    names.add(file.fileName)
    for (const name of file.imports) visit(bundle[name])
  }
  visit(start)
  return names
}
