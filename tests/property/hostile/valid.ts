import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { documentFile } from '../../../src/document/documentJson'
import { presets } from '../../../src/document/presets'
import { trainedPresets } from '../../../src/document/trainedPresets'
import { defaultView } from '../../../src/document/view'
import { npyFixtures } from '../../unit/document/npyFixtures'
import { f32, f64, safetensors } from '../../safetensors'

/** Valid files and texts of every kind that the program reads, to be made wrong. */

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

const folder = path.join(import.meta.dirname, '../../unit/document/files')
const saved = readdirSync(folder).map((name) => bytesOf(readFileSync(path.join(folder, name), 'utf8')))

const drawn = presets.slice(0, 3).map(({ document }) => document)
const documents = [
  bytesOf(documentFile(trainedPresets[0]!.document)),
  ...drawn.map((document) => bytesOf(documentFile(document, defaultView))),
  ...drawn.map((document) => bytesOf(JSON.stringify({ ...document, target: { seed: 3 } }))),
]

const values = Array.from({ length: 96 }, (_, n) => Math.sin(n) / (1 + (n % 7)))
const attention = safetensors(
  {
    'attn.q.weight': { dtype: 'F32', shape: [6, 8], bytes: f32(values.slice(0, 48)) },
    'attn.k.weight': { dtype: 'F64', shape: [6, 8], bytes: f64(values.slice(48)) },
  },
  { format: 'pt' },
)
const fused = safetensors({ qkv: { dtype: 'F32', shape: [4, 24], bytes: f32(values) } })

const tables = ['1,2,3\n4,5,6', '1\t2,5\n3\t4', '0.5+1.2i;i\n2i;-1+3i', '1 2 3\n4 5 6', '"1","2"\n"3","4"']

export const files: readonly { readonly name: string; readonly contents: readonly Uint8Array[] }[] = [
  { name: 'document.json', contents: [...saved, ...documents] },
  {
    name: 'matrix.json',
    contents: ['[[1,2],[3,4]]', '[[[1,2],[3,4.5]]]', '[[[1,0,0]],[[2,1,-1]]]'].map(bytesOf),
  },
  {
    name: 'array.npy',
    contents: Object.values(npyFixtures).map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  },
  { name: 'model.safetensors', contents: [new Uint8Array(attention), new Uint8Array(fused)] },
  { name: 'table.csv', contents: tables.map(bytesOf) },
  { name: 'table.tsv', contents: tables.map(bytesOf) },
]

export const texts = {
  tree: ['0 1 1 2 2', 'cat: animal\ndog: animal\nanimal:', 'root\n  left\n    leaf\n  right'],
  sequences: ['1 2 3\n2 1\n3 3 1 2', 'cat, dog, animal\ndog, cat'],
  labelled: [
    'x,y,class\n1,2,a\n3,4,b\n5,6,a\n7,8,b',
    '1\t2,5\tyes\n3\t4\tno\n5\t6\tyes\n0,1\t1e-9\tno',
    '5.1 3.5 setosa\n6 2.7 other\n5 3 setosa\n6.1 3 other',
  ],
  element: ['2 1 1 1', '[[2,1],[1,1]]', 'N(1) A(0.3) K(pi/6)', '2, 1; 1, 1'],
  number: ['1/3', 'sqrt(2)', '2pi', '-1.5e3', '√2/2', 'exp(1)log(2)', '0.5+1.2i', 'sqrt(3)/2 i', '1e-9i'],
  cells: ['0.5+1.2i\ti\n2i\t-1+3i', '1\t2\n3\t4', '\n\t\n1+i'],
} as const
