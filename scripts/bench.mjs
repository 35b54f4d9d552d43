// npm run bench [name …]: the ratios of tests/bench, each measured within one run of this machine.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { checkNode, findChromium, installDependencies, root } from './env.mjs'

checkNode()
installDependencies()
process.env.CHROMIUM_PATH = (await findChromium()) ?? ''

const { createServer } = await import('vite')
const server = await createServer({
  root,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'warn',
})
const wanted = process.argv.slice(2)
const folder = path.join(root, 'tests', 'bench')
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))

let missed = 0
for (const file of files) {
  const { bench } = await server.ssrLoadModule(path.join(folder, file))
  for (const row of await bench()) {
    if (!row.holds) missed++
    const value = typeof row.value === 'number' ? row.value.toPrecision(3) : row.value
    console.log(
      `${row.holds ? '✓' : '✗'} ${row.name}: ${value} (goal ${row.goal})${row.detail ? `  ${row.detail}` : ''}`,
    )
  }
}
await server.close()
process.exitCode = missed > 0 ? 1 : 0
