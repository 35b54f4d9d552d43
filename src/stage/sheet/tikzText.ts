const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** Signs of mathematics as TeX writes them inside of $…$. */
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '∞': '\\infty ',
  ℓ: '\\ell ',
  '→': '\\rightarrow ',
  '↑': '\\uparrow ',
  '…': '\\ldots ',
  '·': '\\cdot ',
  π: '\\pi ',
  θ: '\\theta ',
  ρ: '\\rho ',
  ᵗ: '^{t}',
  '′': "'",
  '°': '^{\\circ}',
}

/** What TeX takes for commands, as plain signs. */
const specials: Readonly<Record<string, string>> = {
  '\\': '\\backslash ',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\wedge ',
  '~': '\\sim ',
}

/** A text of the stage in math mode: words stand upright, and what TeX cannot write is a question mark. */
export function tikzText(text: string): string {
  const parts = text.match(/[₀-₉]+(?:,[₀-₉]+)?|\p{L}{2,}(?:\s+\p{L}{2,})*|\s*=\s*|\s+|./gsu) ?? []
  return `$${parts.map(partText).join('')}$`
}

function partText(part: string): string {
  if (/^[₀-₉]/.test(part)) {
    const digits = [...part].map((sign) => (sign === ',' ? ',' : String(subscripts.indexOf(sign))))
    return `_{${digits.join('')}}`
  }
  if (part.trim() === '=') return '='
  if (/^\s/.test(part)) return '\\ '
  if (/^[\p{L}\s]{2,}$/u.test(part))
    return `\\mathrm{${part.replace(/[^A-Za-z\s]/g, '?').replace(/\s+/g, '\\ ')}}`
  const known = signs[part] ?? specials[part]
  if (known !== undefined) return known
  // A sign that is not of mathematics' own, such as the letter of a name.
  return /^[\x20-\x7e]$/.test(part) ? part : '?'
}
