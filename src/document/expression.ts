import { isProblem, problem, quoted, type Problem } from './problem'

/** Re and Im of the value of an expression. */
export type Complex = readonly [re: number, im: number]

const maxLength = 200
const maxDepth = 50
const literal = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const word = /[a-zA-Z]+/y
const functions = new Map<string, (x: number) => number>([
  ['sqrt', Math.sqrt],
  ['exp', Math.exp],
  ['log', Math.log],
  ['ln', Math.log],
])

/** Stops the descent; never leaves this file. */
class Refusal extends Error {}

function refuse(reason: string): never {
  throw new Refusal(reason)
}

/**
 * Value of a sum of products of decimals, pi, i, sqrt(…), exp(…), log(…), with "2pi" for 2·pi.
 *
 * "1/2pi" is refused because people read it both ways; "sqrt(3)/2 i" is not, because i is written last.
 */
export function evaluate(text: string): Complex | Problem {
  const trimmed = text.trim()
  if (trimmed === '') return problem('a number is missing')
  if (trimmed.length > maxLength) return problem(`longer than ${maxLength} characters`)
  const named = quoted(trimmed)
  if (/^[-+−]?(∞|inf|infinity|nan)$/i.test(trimmed)) return problem(`${named} is not a finite number`)
  if (trimmed.includes(',')) return problem(`${named}: use a point for decimals, as in 1.5`)
  try {
    const [re, im] = new Descent(trimmed).whole()
    if (!Number.isFinite(re) || !Number.isFinite(im)) return problem(`${named} is not a finite number`)
    return [re + 0, im + 0] // -0 would print as 0 and so not round-trip
  } catch (error) {
    if (error instanceof Refusal) return problem(`${named}: ${error.message}`)
    throw error
  }
}

/** Value of an expression in which i does not occur. */
export function evaluateReal(text: string): number | Problem {
  const value = evaluate(text)
  if (isProblem(value)) return value
  return value[1] === 0 ? value[0] : problem(`${quoted(text.trim())} is not a real number`)
}

class Descent {
  private readonly text: string
  private at = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
      .replace(/[−–]/g, '-')
      .replace(/[×·∙⋅]/g, '*')
      .replace(/[÷⁄]/g, '/')
  }

  whole(): Complex {
    const value = this.sum()
    if (this.at < this.text.length) refuse(`${quoted(this.text.slice(this.at))} cannot be read`)
    return value
  }

  private peek(): string {
    while (/\s/.test(this.text.charAt(this.at))) this.at++
    return this.text.charAt(this.at)
  }

  private takes(sign: string): boolean {
    if (this.peek() !== sign) return false
    this.at++
    return true
  }

  private sum(): Complex {
    if (++this.depth > maxDepth) refuse(`more than ${maxDepth} parentheses deep`)
    let [re, im] = this.product()
    for (;;) {
      const sign = this.takes('+') ? 1 : this.takes('-') ? -1 : 0
      if (sign === 0) break
      const [p, q] = this.product()
      re += sign * p
      im += sign * q
    }
    this.depth--
    return [re, im]
  }

  private product(): Complex {
    let value = this.factor()
    let afterQuotient = false
    for (;;) {
      if (this.takes('*')) value = times(value, this.factor())
      else if (this.takes('/')) {
        value = over(value, this.factor())
        afterQuotient = true
      } else if (/[a-zA-Zπ√(]/.test(this.peek())) {
        const isUnit = /^[ij](?![a-zA-Z])/.test(this.text.slice(this.at))
        if (afterQuotient && !isUnit) refuse('write 1/(2pi) or (1/2)pi')
        value = times(value, this.primary())
      } else return value
    }
  }

  private factor(): Complex {
    let sign = 1
    for (;;) {
      if (this.takes('-')) sign = -sign
      else if (!this.takes('+')) break
    }
    const [re, im] = this.primary()
    return [sign * re, sign * im]
  }

  private primary(): Complex {
    const first = this.peek()
    if (first === '') return refuse('something is missing at the end')
    if (this.takes('(')) return this.closed()
    if (this.takes('π')) return [Math.PI, 0]
    if (this.takes('√')) return this.call('sqrt', this.radicand())
    const digits = this.match(literal)
    if (digits !== undefined) return [Number(digits), 0]
    const name = this.match(word)?.toLowerCase()
    if (name === undefined) return refuse(`${quoted(this.text.slice(this.at))} cannot be read`)
    if (name === 'pi') return [Math.PI, 0]
    if (name === 'i' || name === 'j') return [0, 1]
    if (!functions.has(name)) refuse(`"${name}" is not known (pi, sqrt, exp, log and i are)`)
    if (!this.takes('(')) refuse(`write ${name}(…) with parentheses`)
    return this.call(name, this.closed())
  }

  /** √2, √(2) and √2/3 = (√2)/3: a decimal or what stands in parentheses, nothing longer. */
  private radicand(): Complex {
    if (this.takes('(')) return this.closed()
    if (this.takes('π')) return [Math.PI, 0]
    const digits = this.match(literal)
    return digits === undefined ? refuse('√ needs a number or parentheses after it') : [Number(digits), 0]
  }

  private closed(): Complex {
    const value = this.sum()
    if (!this.takes(')')) refuse('a ")" is missing')
    return value
  }

  private call(name: string, [re, im]: Complex): Complex {
    if (im !== 0) refuse(`${name} is taken of real numbers only`)
    const value = functions.get(name)!(re)
    if (!Number.isFinite(value)) refuse(`${name}(${re}) is not a finite real number`)
    return [value, 0]
  }

  private match(pattern: RegExp): string | undefined {
    this.peek()
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    this.at += found?.length ?? 0
    return found
  }
}

function times([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - b * d, a * d + b * c]
}

function over([a, b]: Complex, [c, d]: Complex): Complex {
  if (d !== 0) refuse('division is by real numbers only')
  if (c === 0) refuse('division by zero')
  return [a / c, b / c]
}
