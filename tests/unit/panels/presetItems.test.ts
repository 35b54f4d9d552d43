import { expect, it } from 'vitest'
import { trainedPresets } from '../../../src/document/trainedPresets'
import { trained } from '../../../src/panels/PresetItems'

it('the menu lists the trained presets by their names and titles, without loading their numbers', () => {
  expect(trainedPresets.map(({ name, title }) => ({ name, title }))).toEqual([...trained])
})
