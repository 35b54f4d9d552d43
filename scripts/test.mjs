// npm test: every check the project has, on a bare clone, closing with "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkNode, findChromium, installDependencies, runTool, runToolBeside } from './env.mjs'

checkNode()
installDependencies()
const chromium = await findChromium()

let passed = 0
let failed = 0
let skipped = 0

async function step(name, file, args) {
  const start = performance.now()
  const ok = (await runToolBeside(file, args)) === 0
  if (ok) passed++
  else failed++
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  return ok
}

// Each of them keeps one core busy.
const checks = Promise.all([
  step('types', 'typescript/bin/tsc', []),
  step('lint', 'eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  step('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
])
const built = await step('build', 'vite/bin/vite.js', ['build', '--logLevel=warn'])
await checks
if (!chromium) {
  failed++
  console.error('✗ no Chromium: none was found and none could be installed; set CHROMIUM_PATH.')
}

const projects = built && chromium ? [] : ['--project', 'unit', '--project', 'property']
const folder = mkdtempSync(path.join(tmpdir(), 'moduli-'))
const report = path.join(folder, 'report.json')
const code = runTool(
  'vitest/vitest.mjs',
  [
    'run',
    ...projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { env: { ...process.env, CHROMIUM_PATH: chromium ?? '' } },
)
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  skipped += result.numPendingTests + result.numTodoTests
  if (code !== 0 && result.numFailedTests === 0) failed++
  if (result.numPassedTests + result.numFailedTests === 0) failed++
} catch {
  failed++
}
rmSync(folder, { recursive: true, force: true })

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
