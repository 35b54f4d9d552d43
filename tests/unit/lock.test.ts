import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Lock {
  packages: Record<
    string,
    {
      version?: string
      resolved?: string
      optionalDependencies?: Record<string, string>
      hasInstallScript?: boolean
    }
  >
}

const root = path.resolve(import.meta.dirname, '../..')
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const { packages } = json('package-lock.json') as Lock
const manifest = json('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>

describe('the lock', () => {
  it('holds the optional packages of every platform, or npm ci fails there', () => {
    const names = Object.keys(packages)
    const missing = Object.values(packages)
      .flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
      .filter((name) => !names.some((key) => key.endsWith(`node_modules/${name}`)))
    expect(missing).toEqual([])
    expect(names.length).toBeGreaterThan(100)
  })

  it('names no download address and runs no script on install', () => {
    expect(Object.entries(packages).filter(([, one]) => one.resolved !== undefined)).toEqual([])
    expect(
      Object.entries(packages).filter(([name, one]) => one.hasInstallScript && !/fsevents/.test(name)),
    ).toEqual([])
  })

  it('installs at most 240 packages', () => {
    const installed = json('node_modules/.package-lock.json') as Lock
    expect(Object.keys(installed.packages).length).toBeLessThanOrEqual(240)
  })

  it('pins every dependency of package.json to one exact version', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const [name, version] of Object.entries(all)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })
})
