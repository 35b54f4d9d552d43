import type { Page } from 'playwright-core'

/** Something that has the focus, as whoever looks at the page or hears it meets it. */
export interface Stop {
  /** The part of the page, and the panel of that part. */
  readonly part: string
  readonly panel: number
  readonly name: string
  readonly tag: string
  /** What is wrong with it; empty if nothing is. */
  readonly faults: readonly string[]
}

/** Gives the page the functions that the walk asks it for; once for each page. */
export async function prepareWalk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const parts = ['.skips', '.top', '.left', '.centre', '.tabs', '.right'] as const
    const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]'
    const scope = () =>
      [...document.querySelectorAll('dialog[open]')].at(-1) ??
      document.querySelector(':popover-open') ??
      document

    /** The one that Tab comes to in a group of radios is the checked one. */
    const isTabbed = (one: HTMLElement) =>
      !(one instanceof HTMLInputElement && one.type === 'radio' && one.name !== '') ||
      one.checked ||
      !document.querySelector(`input[name="${CSS.escape(one.name)}"]:checked`)
    const reachable = () =>
      [...scope().querySelectorAll<HTMLElement>(kinds)].filter(
        (one) =>
          one.tabIndex >= 0 &&
          !one.matches(':disabled') &&
          isTabbed(one) &&
          one.checkVisibility({ visibilityProperty: true }),
      )
    const nameOf = (one: HTMLElement): string => {
      const labelled = (one.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
      const labels =
        'labels' in one ? [...(one as HTMLInputElement).labels!].map((l) => l.textContent).join(' ') : ''
      const text = one.matches('input, select, textarea') ? '' : one.textContent
      return (one.ariaLabel || labelled.trim() || labels || text || one.title).trim()
    }
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (/rgba?\((.*)\)/.exec(colour)?.[1] ?? '').split(',').map((part) => {
        const x = parseFloat(part) / 255
        return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (one: string, other: string) => {
      const [dark, light] = [luminance(one), luminance(other)].sort((p, q) => p - q) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }
    const groundOf = (one: Element): string => {
      for (let at: Element | null = one.parentElement; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at)
        if (!/, 0\)$/.test(backgroundColor)) return backgroundColor
      }
      return getComputedStyle(document.body).backgroundColor
    }
    /** The ring is on the element, or on what is drawn in its place. */
    const ringOf = (one: HTMLElement): string => {
      const drawn = getComputedStyle(one).opacity === '0' ? (one.nextElementSibling ?? one) : one
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(drawn)
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return 'has no ring'
      const ground = groundOf(drawn)
      const found = contrast(outlineColor, ground)
      if (found < 3) return `its ring has ${found.toFixed(1)}:1 on ${ground}`
      // Over the picture the ring stands on a ring of the ground.
      if (drawn.closest('.stage-plane') && boxShadow === 'none') return 'its ring is lost on the picture'
      return ''
    }
    const placeFault = (one: HTMLElement): string => {
      const { left, right, top, bottom, width, height } = one.getBoundingClientRect()
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      if (width < 1 || height < 1) return 'has no size'
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `is outside the screen, at ${x}, ${y}`
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: !one.matches('input') }))
        return 'is not to be seen'
      if (getComputedStyle(one).pointerEvents === 'none') return ''
      const over = document.elementFromPoint(x, y)
      const isOwn = over && (one.contains(over) || over.contains(one) || over.closest('label')?.contains(one))
      return isOwn ? '' : `lies under ${over?.className ?? 'nothing'}`
    }
    const stop = () => {
      const one = document.activeElement as HTMLElement
      visited.add(one)
      const at = parts.findIndex((part) => one.closest(part))
      const part = one.closest('dialog') ? 'dialog' : (parts[at] ?? 'elsewhere')
      const section = one.closest(`${part} > section`)
      const name = nameOf(one)
      const faults = [placeFault(one), ringOf(one), name === '' ? 'has no name' : ''].filter(
        (fault) => fault !== '',
      )
      return {
        part,
        panel: section ? [...section.parentElement!.children].indexOf(section) : 0,
        name,
        tag: one.tagName,
        faults,
      }
    }
    const visited = new Set<Element>()
    let stops: Stop[] = []
    let [isWalk, isGoing] = [false, false]
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Tab' || !isWalk) return
        const one = document.activeElement!
        if (isGoing && one !== document.body && !visited.has(one)) return void stops.push(stop())
        isGoing = false
        event.preventDefault()
      },
      true,
    )
    const missed = () =>
      reachable()
        .filter((one) => !visited.has(one))
        .map((one) => `${one.tagName} "${nameOf(one)}"`)
    window.walk = {
      begin: (at) => {
        visited.clear()
        reachable().at(at)?.focus()
      },
      follow: () => {
        stops = []
        isWalk = isGoing = true
      },
      end: () => {
        if (isGoing) return undefined
        isWalk = false
        return { stops, missed: missed() }
      },
    }
  })
}

interface Walk {
  /** The second control from an end gets the focus. */
  readonly begin: (at: 1 | -2) => void
  /** From now on each Tab records what had the focus until then: only then has the page been scrolled to it. */
  readonly follow: () => void
  /** What was walked, once there is nothing new; further keys are then without effect. */
  readonly end: () => Walked | undefined
}

declare global {
  interface Window {
    walk: Walk
  }
}

export interface Walked {
  readonly stops: readonly Stop[]
  /** Controls that could be come to, and were not. */
  readonly missed: readonly string[]
}

/** By Tab from the first control of the page, or of the dialog over it, to the last; by Shift+Tab from the last to the first. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Walked> {
  const isForth = key === 'Tab'
  await page.evaluate((at) => window.walk.begin(at), isForth ? (1 as const) : (-2 as const))
  await page.keyboard.press(isForth ? 'Shift+Tab' : 'Tab')
  return walkOn(page, key)
}

/** Keys that are sent at once: to wait for each would take longer than all of them. */
const atOnce = 24

/** From what has the focus on, as far as there is something new. */
export async function walkOn(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Walked> {
  await page.evaluate(() => window.walk.follow())
  if (key === 'Shift+Tab') await page.keyboard.down('Shift')
  let walked: Walked | undefined
  while (!walked) {
    await Promise.all(Array.from({ length: atOnce }, () => page.keyboard.down('Tab')))
    walked = await page.evaluate(() => window.walk.end())
  }
  await page.keyboard.up('Tab')
  if (key === 'Shift+Tab') await page.keyboard.up('Shift')
  return walked
}
