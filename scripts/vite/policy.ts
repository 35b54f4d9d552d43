import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Gives the built page a Content-Security-Policy: nothing but what the build is made of is run, shown or asked for.
 * There is none while developing: there styles are added in the page, and a socket tells of changes.
 */
export function policy(): Plugin {
  return {
    name: 'moduli-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        withPolicy(html, {
          'script-src': "'self'",
          'style-src': `'self' ${hashesOf(html, 'style')}`,
          'img-src': "'self' data: blob:",
          'font-src': "'self'",
          'connect-src': "'self' blob:",
          'worker-src': "'self'",
        }),
    },
  }
}

type Sources = Readonly<Record<string, string>>

/** The page with a policy that allows these sources, and style attributes, which formulas and drags have. */
export function withPolicy(html: string, sources: Sources): string {
  const all: Sources = {
    'default-src': "'none'",
    ...sources,
    'style-src-attr': "'unsafe-inline'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  const content = Object.entries(all).map(([name, value]) => `${name} ${value}`)
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content.join('; ')}" />`
  const charset = /<meta charset="utf-8" ?\/?>/
  if (!charset.test(html)) throw new Error('policy: the page does not say its encoding first')
  // A policy holds for what comes after it.
  return html.replace(charset, (first) => `${first}\n    ${meta}`)
}

/** The contents of these elements, by their hashes: any other content of that kind is refused. */
export function hashesOf(html: string, element: 'style' | 'script'): string {
  const inline = new RegExp(`<${element}(?![^>]* (?:src|type="text/plain"))[^>]*>([^]*?)</${element}>`, 'g')
  const contents = [...html.matchAll(inline)].map((found) => found[1]!)
  return contents.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ')
}
