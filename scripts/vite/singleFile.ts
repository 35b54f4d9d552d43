import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin, type PluginOption, type Rolldown } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { hashesOf, withPolicy } from './policy.ts'

/**
 * Emits the page once more as `moduli.html`, one file that needs no server: scripts, workers, styles, fonts, icon and
 * licences are in it. `plugins` are those that the sources need.
 */
export function singleFile(plugins: () => PluginOption[]): Plugin {
  let root = ''
  let publicDir = ''
  return {
    name: 'moduli-single-file',
    apply: 'build',
    configResolved(config) {
      ;({ root, publicDir } = config)
    },
    async generateBundle(_options, bundle) {
      const licences = bundle['licences.txt']
      if (licences?.type !== 'asset') throw new Error('single file: the licences come first')
      const page = await pageOf(root, plugins())
      const icon = readFileSync(path.join(publicDir, 'icon.svg')).toString('base64')
      const html = page
        .replace('"./icon.svg"', `"data:image/svg+xml;base64,${icon}"`)
        .replace(/\s*<meta\s+(property="og:|name="twitter:)[^>]*>/g, '')
        .replace('</head>', () => `${embedded(String(licences.source))}\n  </head>`)
      const left = /(?:src|href)="(?!data:)[^"#]*"/.exec(html.replace(/<script[^]*?<\/script>/g, ''))
      if (left) throw new Error(`single file: ${left[0]} is not in it`)
      this.emitFile({
        type: 'asset',
        fileName: 'moduli.html',
        // Everything that runs is known by its hash; workers are made from texts of this file.
        source: withPolicy(html, {
          'script-src': hashesOf(html, 'script'),
          'style-src': hashesOf(html, 'style'),
          'img-src': 'data: blob:',
          'font-src': 'data:',
          'connect-src': 'blob:',
          'worker-src': 'blob:',
        }),
      })
    },
  }
}

const embedded = (licences: string) =>
  `  <script type="text/plain" id="licences">${licences.replaceAll('</', '<\\/')}</script>`

async function pageOf(root: string, plugins: PluginOption[]): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    mode: 'single',
    logLevel: 'error',
    plugins: [plugins, workersInside(), viteSingleFile()],
    // A page from a file cannot start a module from a text.
    worker: { format: 'iife' },
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  })) as Rolldown.RolldownOutput
  const files: (Rolldown.OutputAsset | Rolldown.OutputChunk)[] = built.output
  const [page] = files
  if (page?.type !== 'asset' || files.length > 1)
    throw new Error(`single file: left out ${files.map(({ fileName }) => fileName).join(', ')}`)
  return String(page.source)
}

const worker = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{ type: 'module' \},?\s*\)/g

/** Makes workers from a text in the script, as there is no file to make them from. */
function workersInside(): Plugin {
  return {
    name: 'moduli-workers-inside',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('new Worker(')) return
      const imports: string[] = []
      const changed = code.replace(worker, (_, file: string) => {
        const name = `WorkerInside${imports.length}`
        imports.push(`import ${name} from '${file}?worker&inline'\n`)
        return `new ${name}()`
      })
      if (changed.includes('new Worker(')) throw new Error(`single file: a worker of ${id} is not in it`)
      return { code: imports.join('') + changed, map: null }
    },
  }
}
