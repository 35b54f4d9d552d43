import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { figureFacts } from '../../../src/document/figureFacts'
import { writeNpy } from '../../../src/document/npy'
import { matricesNpz } from '../../../src/document/npz'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { takenMatrices } from '../../../src/document/takenMatrices'

const link = 'https://example.org/#v=1&g=2,1,1,1'
const archiveOf = (document: Document) => {
  const matrices = takenMatrices(document)
  return { matrices, bytes: matricesNpz(matrices, figureFacts(document, { version: '1.2.3', link })) }
}
const moved: Document = { ...defaultDocument, title: 'ρ and 𝔻', element: [2, 1, 1, 1] }
const line: Document = { ...presetNamed('line3')!.document, element: 1 / 3 }

/** The files of an archive by the directory at its end, as any program that reads ZIP finds them. */
function unzipped(archive: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(archive)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
    const [check, size, place] = [16, 24, 42].map((offset) => zip.readUInt32LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('latin1', at + 46, at + 46 + nameLength)
    expect(zip.readUInt32LE(place)).toBe(0x04034b50)
    expect(zip.toString('latin1', place + 30, place + 30 + nameLength)).toBe(name)
    const start = place + 30 + zip.readUInt16LE(place + 26) + zip.readUInt16LE(place + 28)
    const file = zip.subarray(start, start + size)
    expect(crc32(file)).toBe(check)
    files.set(name, file)
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return files
}

describe('matrices as .npz', () => {
  it.each([moved, line])('have each matrix as its .npy, and g and the link as a text', (document) => {
    const { matrices, bytes } = archiveOf(document)
    const files = unzipped(bytes)
    expect([...files.keys()]).toEqual([...matrices.map(({ id }) => `${id}.npy`), 'about.npy'])
    for (const { id, matrix } of matrices)
      expect(files.get(`${id}.npy`)).toEqual(Buffer.from(writeNpy(matrix)))
    const about = files.get('about.npy')!
    const start = 10 + about.readUInt16LE(8)
    const signs = Array.from({ length: (about.length - start) / 4 }, (_, n) =>
      about.readUInt32LE(start + 4 * n),
    )
    expect(about.toString('latin1', 10, start)).toContain(`'descr': '<U${signs.length}'`)
    expect(JSON.parse(String.fromCodePoint(...signs))).toMatchObject({
      link,
      title: document.title,
      element: document.element,
    })
  })

  const python = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import numpy']).status === 0,
  )

  it.runIf(python)('are opened by NumPy', { timeout: 30_000 }, () => {
    const { matrices, bytes } = archiveOf(moved)
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'moduli-npz-')), 'all.npz')
    writeFileSync(file, bytes)
    const code = [
      'import numpy as np, json, zipfile',
      `assert zipfile.ZipFile(${JSON.stringify(file)}).testzip() is None`,
      `all = np.load(${JSON.stringify(file)})`,
      'print(json.dumps([all["about"].item(), {name: all[name].view(float).ravel().tolist() for name in all.files if name != "about"}]))',
    ].join('\n')
    const { stdout } = spawnSync(python!, ['-c', code], { encoding: 'utf8' })
    const [about, arrays] = JSON.parse(stdout) as [string, Record<string, number[]>]
    expect(JSON.parse(about)).toMatchObject({ link, title: 'ρ and 𝔻' })
    expect(arrays).toEqual(Object.fromEntries(matrices.map(({ id, matrix }) => [id, [...matrix.values]])))
  })
})
