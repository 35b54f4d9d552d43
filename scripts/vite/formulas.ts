import { readFileSync } from 'node:fs'
import katex from 'katex'
import type { Plugin } from 'vite'

/**
 * Typesets the formulas of `*.katex.json` (name → TeX) at build time: the page gets HTML with MathML
 * beside it, and no mathematics library. Of KaTeX's fonts only the woff2 files are kept.
 */
export function formulas(): Plugin {
  return {
    name: 'moduli-formulas',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.katex.json')) return
      const source = JSON.parse(readFileSync(id, 'utf8')) as Record<string, string>
      const html = Object.fromEntries(
        Object.entries(source).map(([name, tex]) => [
          name,
          katex.renderToString(tex, { throwOnError: true, strict: 'error' }),
        ]),
      )
      return { code: `export default ${JSON.stringify(html)}`, moduleType: 'js' }
    },
    transform(code, id) {
      if (!/katex(\.min)?\.css$/.test(id)) return
      return code.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\("[^"]*"\)/g, '')
    },
  }
}
