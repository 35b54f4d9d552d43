/** What a frame of the page may do: run, keep its settings, open the whole page in a tab, save files. */
const sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads'

interface Frame {
  readonly address: string
  readonly title: string
  readonly width: string
  readonly height: string
}

/** The element that shows an address in another page, as its source is written. */
export function embedCode({ address, title, width, height }: Frame): string {
  const attributes = { src: address, title, width, height, sandbox, loading: 'lazy', style: 'border: 0' }
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name}="${escaped(value)}"`)
  return ['<iframe', ...lines, '></iframe>'].join('\n')
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
