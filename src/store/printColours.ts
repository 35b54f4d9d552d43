/**
 * The design token of a name as light pages have it, whatever the theme of this one is: what paper shows. Empty if there
 * is none.
 */
export function printColour(name: string): string {
  let value = ''
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root')
        value = rule.style.getPropertyValue(name).trim() || value
    }
  }
  return value
}

/** Those of another origin are not for this page to read. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}

/** The design token of a name as the page has it now. */
export const pageColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()
