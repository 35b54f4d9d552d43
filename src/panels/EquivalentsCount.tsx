import { useEffect, useState } from 'react'
import { isProblem } from '../document/problem'
import type { Equivalents } from '../math/equivalents'
import { followEquivalents, type EquivalentsReading } from '../store/equivalentsReading'
import { useApp } from '../store/store'
import { figure } from './figures'

/** How many models near this one have the same product, and how many of them are of the group. Counted while it is open. */
export function EquivalentsCount() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="equivalents" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>How many equivalents?</summary>
      {isOpen && <Count />}
    </details>
  )
}

function Count() {
  const [reading, setReading] = useState<EquivalentsReading>()
  const isLine = useApp(({ document }) => document.space === 'line')
  const inner = useApp(({ document }) => document.b.length)
  useEffect(() => followEquivalents(setReading), [])
  if (!reading) return <p role="status">Counting …</p>
  const { found, elapsedMs } = reading
  if (isProblem(found)) return <p role="status">{found.problem}</p>
  return (
    <>
      <Table of={found} isLine={isLine} inner={inner} />
      <p role="status">{verdict(found, isLine)}</p>
      <p className="hint">
        {isLine
          ? `The group is that of h = ${inner} translations and flips with the orders of the indices, Isom(ℝ)${power(inner)} ⋊ S${index(inner)}; flips and orders are discrete and add no dimension.`
          : `The group is PGL(2,ℝ)${power(inner)} ⋊ S${index(inner)}, h = ${inner}: mirrors and orders of the indices are discrete and add no dimension.`}
      </p>
      <dl className="hint">
        <dt>Orbit ⊂</dt>
        <dd>what the group makes of this model: the same function on every input.</dd>
        <dt>Fibre ⊂</dt>
        <dd>all factors with this product.</dd>
        <dt>Definition 1</dt>
        <dd>all with a loss below ε on the training set, near any minimum.</dd>
      </dl>
      <p className="hint">
        Counted at the base entries in {duration(elapsedMs)}. Where g has moved both factors it is the same,
        by the chain rule.
      </p>
    </>
  )
}

function Table({ of, isLine, inner }: { of: Equivalents; isLine: boolean; inner: number }) {
  const rows = [
    ['Parameters', of.parameters, 'numbers in A and B'],
    ['Product entries', of.products, ''],
    ['Rank of the Jacobian', of.rank, marginWords(of)],
    ['Fibre', of.fibre, `dimensions, ${of.parameters} − ${of.rank}`],
    ['Group', of.group, `of them, ${isLine ? 'h' : '3h'} with h = ${inner}`],
  ] as const
  return (
    <table aria-label="Count of equivalents">
      <tbody>
        {rows.map(([name, value, words]) => (
          <tr key={name}>
            <th scope="row">
              {name} <span>{words}</span>
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function marginWords({ smallestKept, largestDropped }: Equivalents): string {
  const kept = smallestKept === undefined ? 'none kept' : `smallest kept ${figure(smallestKept)}`
  return largestDropped === undefined
    ? `${kept}, none dropped`
    : `${kept}, largest dropped ${figure(largestDropped)}`
}

function verdict(found: Equivalents, isLine: boolean): string {
  const { fibre, group, verdict, smallestKept, threshold } = found
  if (verdict === 'unclear') {
    return `The rank is not certain: rounding may reach ${figure(threshold)}, and ${figure(smallestKept ?? 0)} is less than 1000 times that.`
  }
  const more = fibre - group
  if (more === 0)
    return 'Locally the group is everything: every model nearby with this product is one that it reaches.'
  const directions = more === 1 ? '1 more direction keeps' : `${more} more directions keep`
  return `${directions} the product${isLine ? '' : ' to first order'}, and no group element explains ${more === 1 ? 'it' : 'them'}.`
}

const duration = (ms: number) => (ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${figure(ms / 1000)} s`)

const digits = (n: number, from: string) => [...String(n)].map((digit) => [...from][Number(digit)]).join('')
const power = (n: number) => (n === 1 ? '' : digits(n, '⁰¹²³⁴⁵⁶⁷⁸⁹'))
const index = (n: number) => digits(n, '₀₁₂₃₄₅₆₇₈₉')
