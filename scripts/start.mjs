// npm start: install what is missing, build, serve, print the address. With --dev: serve with hot reload.
import { checkNode, installDependencies, root } from './env.mjs'

checkNode()
installDependencies()

const { build, createServer, preview } = await import('vite')
const port = Number(process.env.PORT) || 4173
const where = { host: '127.0.0.1', port }

if (process.argv.includes('--dev')) {
  const server = await createServer({ root, server: where })
  await server.listen()
  announce(server.httpServer)
} else {
  await build({ root, logLevel: 'warn' })
  const server = await preview({ root, preview: where, logLevel: 'warn' })
  announce(server.httpServer)
}

function announce(server) {
  console.log(`Open http://127.0.0.1:${server.address().port}/`)
}
