import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { budget } from './scripts/vite/budget.ts'
import { formulas } from './scripts/vite/formulas.ts'
import { licences } from './scripts/vite/licences.ts'
import { offline } from './scripts/vite/offline.ts'
import { policy } from './scripts/vite/policy.ts'
import { rawShadersOnly } from './scripts/vite/rawShadersOnly.ts'
import { singleFile } from './scripts/vite/singleFile.ts'
import { startChunks } from './scripts/vite/startChunks.ts'

const sources = () => [react(), formulas(), rawShadersOnly()]
const texts = licences()

export default defineConfig({
  base: './',
  plugins: [
    sources(),
    budget({ first: 84, view: 211 }),
    policy(),
    texts.page,
    singleFile(sources),
    offline(),
  ],
  worker: { format: 'es', plugins: () => [texts.worker()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [startChunks(import.meta.dirname)] } },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'property',
          include: ['tests/property/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          // One core draws while the other one waits; more pages at once would slow each other.
          maxWorkers: 2,
          // What they import is loaded once for each worker; none of it keeps anything from one file to the next.
          isolate: false,
          sequence: { groupOrder: 1 },
          // A machine with other work is slow to answer; what is right does not depend on it.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 8000 } },
        },
      },
    ],
  },
})
