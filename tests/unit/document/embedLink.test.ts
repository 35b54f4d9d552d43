import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedField, embedParts, splitEmbed, withEmbed } from '../../../src/document/embedLink'
import { lessonTargets } from '../../../src/document/lesson'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { presets } from '../../../src/document/presets'
import { defaultView } from '../../../src/document/view'

const someParts = fc.shuffledSubarray([...embedParts], { minLength: 1 })
const someLink = fc.constantFrom('', ...presets.map(({ document }) => encodeLink(document, defaultView)))

describe('the field of an embedded page', () => {
  it('goes before any link and comes off again, the link to the letter', () => {
    fc.assert(
      fc.property(someParts, someLink, fc.constantFrom('#', ''), (parts, link, mark) => {
        const field = embedField(parts)
        expect(splitEmbed(mark + withEmbed(field, link))).toEqual({ parts, field, link })
      }),
    )
  })

  it('is not found in a link without it, also where its name stands elsewhere', () => {
    for (const text of ['v=1&title=embed', 'v=1&embed=stage', 'embedded=1', 'embeds&v=1', ''])
      expect(splitEmbed(text)).toEqual({ parts: undefined, field: '', link: text })
  })

  it('alone is the picture; a comma may be written as %2C, a name twice counts once', () => {
    expect(splitEmbed('#embed').parts).toEqual(['stage'])
    expect(splitEmbed('embed&v=1').link).toBe('v=1')
    expect(splitEmbed('embed=loss%2cproduct,loss&v=1').parts).toEqual(['loss', 'product'])
  })

  it.each(['nosuch', 'Stage', '', 'constructor', 'stage;loss'])(
    'with the part %j is refused, names the others, and opens the link all the same',
    (name) => {
      const { parts, refused, link } = splitEmbed(`embed=loss,${name}&v=1&preset=line2`)
      expect(parts).toEqual(['stage'])
      expect(refused).toContain(`"${name}"`)
      for (const target of lessonTargets) expect(refused).toContain(target)
      expect(decodeLink(link).rejected).toEqual([])
    },
  )
})
