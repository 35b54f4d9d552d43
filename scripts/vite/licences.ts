import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const allowed = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1']

/** Packages that come without the text of their licence, MIT: the notice that stands in their repository. */
const notices: Readonly<Record<string, string>> = {
  '@react-three/fiber': 'Copyright (c) 2020 react-spring',
}

/** The fonts of a package, which have a licence of their own. */
const fonts: Readonly<Record<string, { notice: string; licence: string }>> = {
  katex: {
    notice:
      'Copyright (c) 2009-2010, Design Science, Inc. (<www.mathjax.org>)\n' +
      'Copyright (c) 2014-2018 Khan Academy (<www.khanacademy.org>),\n' +
      'with the names of the fonts, which begin with KaTeX_, as Reserved Font Names.',
    licence: 'OFL-1.1',
  },
}

/**
 * Emits `licences.txt`: name, version and licence of every package of which something is in the build, workers
 * included. A licence that is not known to be one of the permissive ones ends the build.
 */
export function licences(): { page: Plugin; worker: () => Plugin } {
  const folders = new Set<string>()
  const collect = (bundle: Rolldown.OutputBundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      for (const [id, { renderedLength }] of Object.entries(file.modules)) {
        // Of style sheets nothing is left in the script.
        if (renderedLength > 0 || id.includes('.css')) folders.add(folderOf(id))
      }
    }
  }
  let root = ''
  return {
    worker: () => ({
      name: 'moduli-licences-of-workers',
      apply: 'build',
      generateBundle: (_options, bundle) => collect(bundle),
    }),
    page: {
      name: 'moduli-licences',
      apply: 'build',
      configResolved(config) {
        root = config.root
      },
      generateBundle(_options, bundle) {
        collect(bundle)
        const own = `Moduli\nMIT\n\n${read(path.join(root, 'LICENSE'))}`
        const others = [...folders]
          .filter(Boolean)
          .sort()
          .flatMap((folder) => entriesOf(root, folder))
        const rule = `\n\n${'-'.repeat(80)}\n\n`
        this.emitFile({
          type: 'asset',
          fileName: 'licences.txt',
          source: `${[own, ...others].join(rule)}\n`,
        })
      },
    },
  }
}

/** The package that a module is of; empty for the app itself. */
function folderOf(id: string): string {
  // Helpers that the bundler adds are its own code.
  const added = /^\0(vite|rolldown)\//.exec(id)
  if (added) return added[1]!
  const parts = id.split('node_modules/')
  if (parts.length === 1) return ''
  const [scope, name] = parts.at(-1)!.split('/')
  const inner = scope!.startsWith('@') ? `${scope}/${name}` : scope!
  return [...parts.slice(1, -1), inner].join('node_modules/')
}

function entriesOf(root: string, folder: string): string[] {
  const place = path.join(root, 'node_modules', folder)
  const { name, version, license } = JSON.parse(read(path.join(place, 'package.json'))) as {
    name: string
    version: string
    license?: unknown
  }
  const entries = [entry(`${name} ${version}`, String(license), textOf(root, place, name))]
  const font = fonts[name]
  if (font) {
    const text = read(path.join(import.meta.dirname, `${font.licence}.txt`))
    entries.push(entry(`Fonts of ${name} ${version}`, font.licence, `${font.notice}\n\n${text}`))
  }
  return entries
}

function entry(title: string, licence: string, text: string): string {
  if (!allowed.includes(licence)) throw new Error(`licences: ${title} is under ${licence}`)
  return `${title}\n${licence}\n\n${text}`
}

function textOf(root: string, place: string, name: string): string {
  const file = readdirSync(place).find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one))
  // Some go on with the licences of what they are built with, none of which is in what they emit.
  if (file !== undefined)
    return read(path.join(place, file))
      .split(/\n#+ Licenses of bundled/)[0]!
      .trim()
  const notice = notices[name]
  if (notice === undefined) throw new Error(`licences: ${name} has no text of its licence`)
  return `${notice}\n\n${/Permission is hereby granted[^]*/.exec(read(path.join(root, 'LICENSE')))![0]}`
}

const read = (file: string) => readFileSync(file, 'utf8').trim()
