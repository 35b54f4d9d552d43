// npm run presets: trains the presets of src/document/trainPresets.ts from their seeds and stores their numbers.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkNode, installDependencies, root } from './env.mjs'

checkNode()
installDependencies()

const { createServer } = await import('vite')
const server = await createServer({
  root,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'warn',
})
const file = (name) => path.join(root, 'src', 'document', name)
const { trainPresets } = await server.ssrLoadModule(file('trainPresets.ts'))
const { format } = await import('prettier')
const stored = trainPresets((name, { step, train, heldOut }) =>
  console.log(
    `${name}: ${step} steps, loss ${train.loss.toPrecision(3)}, held-out accuracy ${heldOut.accuracy}`,
  ),
)
for (const [name, numbers] of Object.entries(stored)) {
  const text = await format(JSON.stringify(numbers), { parser: 'json', printWidth: 110 })
  writeFileSync(file(path.join('trained', `${name}.json`)), text)
}
await server.close()
