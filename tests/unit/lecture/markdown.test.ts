import type { Token } from 'marked'
import { describe, expect, it } from 'vitest'
import { blocksOf, nameOf, spansOf } from '../../../src/lecture/markdown'

/** Every formula in a text, in its order. */
function formulas(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (token.type === 'tex')
      return [
        `${'isDisplay' in token && token['isDisplay'] ? '$$' : '$'}${String('tex' in token && token['tex'])}`,
      ]
    const inner: Token[] =
      'items' in token ? (token['items'] as Token[]) : ('tokens' in token && token.tokens) || []
    return formulas(inner)
  })
}
const kinds = (text: string) => spansOf(text).map(({ type }) => type)

describe('formulas in a text', () => {
  it('keep every character of TeX that Markdown would take for its own', () => {
    const tex = String.raw`A_{k_1} * B_{k_2} * \{a\} < \sum_i |a_{ki} - b_{il}| \_ **x**`
    expect(formulas(blocksOf(`One: $${tex}$, and $x_1*y_1$.`))).toEqual([`$${tex}`, '$x_1*y_1'])
  })

  it('are found in emphasis, in lists and in quotations, and set alone between two dollar signs', () => {
    expect(formulas(blocksOf('**bold $a$**\n\n- $b$\n- *c $c$*\n\n> $d$\n\n$$e = 1$$'))).toEqual([
      '$a',
      '$b',
      '$c',
      '$d',
      '$$e = 1',
    ])
  })

  it('are not the prices between two amounts of dollars, nor an escaped dollar sign, nor code', () => {
    expect(formulas(blocksOf('It costs $5 or $ 6, \\$7 or \\$8, and `$x$`.'))).toEqual([])
  })

  it('may hold an escaped dollar sign', () => {
    expect(formulas(blocksOf(String.raw`$\$ 5 + x$`))).toEqual([String.raw`$\$ 5 + x`])
  })
})

describe('one line of a text', () => {
  it('has what stands in it and no paragraph', () => {
    expect(kinds('What is $x$, *exactly*?')).toEqual(['text', 'tex', 'text', 'em', 'text'])
    expect(kinds('$3$')).toEqual(['tex'])
    expect(kinds('  ')).toEqual([])
  })

  it('is a name without the signs of Markdown and TeX', () => {
    expect(nameOf('It is **exactly** $\\frac{1}{2}$, as in `a`')).toBe('It is exactly frac12, as in a')
  })
})
