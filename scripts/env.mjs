// What the entry scripts share. Node built-ins only: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')
const windows = process.platform === 'win32'

/** Runs a command in the project's root and returns its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
  return result.status ?? 1
}

/** Runs a tool of node_modules by its entry file, so that no shell wrapper is needed. */
export const runTool = (file, args, options) =>
  run(process.execPath, [path.join(root, 'node_modules', file), ...args], options)

/** As {@link runTool} beside others: resolves to its exit code, and shows what it printed when it has ended. */
export const runToolBeside = (file, args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', file), ...args], { cwd: root })
    const printed = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      resolve(code)
    })
  })

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Moduli needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs the locked dependencies unless the lock, Node's major version and the platform are those of the last install. */
export function installDependencies() {
  const stamp = path.join(root, 'node_modules', '.stamp')
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the locked dependencies …')
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'])
  if (code !== 0) process.exit(code)
  writeFileSync(stamp, wanted)
}

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, windows ? `${name}.exe` : name)))

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    if (!folder) return []
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
      path.join(folder, file),
    )
  }),
]

/** First the one without windows, in which a page costs half the processor time; the engine is the same. */
const shell = 'chromium-headless-shell'

function installedChromium() {
  const names = [
    shell,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]
  return [process.env.CHROMIUM_PATH, ...onPath(names), ...usualPlaces].find(
    (file) => file && existsSync(file),
  )
}

function installByPackageManager() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('Installing Chromium …')
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  run('apt-get', ['update', '-qq'], options)
  const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options)
  if (install(shell) !== 0) install('chromium')
}

function installByPlaywright() {
  console.log('Fetching a Chromium for the browser tests …')
  runTool('playwright-core/cli.js', ['install', 'chromium'])
}

/** The path of a Chromium, found or installed; the browser tests are never skipped in silence. */
export async function findChromium() {
  const found = installedChromium()
  if (found) return found
  installByPackageManager()
  const installed = installedChromium()
  if (installed) return installed
  installByPlaywright()
  const { chromium } = await import('playwright-core')
  const fetched = chromium.executablePath()
  return existsSync(fetched) ? fetched : undefined
}
