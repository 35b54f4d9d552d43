import type { Layer } from '../figure/figure'
import type { Frame } from '../frame'
import { areSame } from '../figure/pen'
import { elementsOf, type SvgElement } from './elements'

const space = 'http://www.w3.org/2000/svg'

/** A group of elements that are kept and changed: a drag sets attributes and makes no nodes. */
class Group {
  readonly node = document.createElementNS(space, 'g')
  private readonly kept: { node: SVGElement; is: SvgElement }[] = []

  show(elements: readonly SvgElement[]): void {
    elements.forEach((element, n) => this.put(element, n))
    for (const { node } of this.kept.splice(elements.length)) node.remove()
  }

  private put(next: SvgElement, n: number): void {
    let kept = this.kept[n]
    if (kept?.is.name !== next.name) {
      const node = document.createElementNS(space, next.name)
      if (kept) kept.node.replaceWith(node)
      else this.node.append(node)
      kept = this.kept[n] = { node, is: { name: next.name, attributes: {} } }
    }
    for (const name in kept.is.attributes) if (!(name in next.attributes)) kept.node.removeAttribute(name)
    for (const name in next.attributes) {
      const value = next.attributes[name]!
      if (kept.is.attributes[name] !== value) kept.node.setAttribute(name, value)
    }
    kept.is = next
  }
}

/** Writes the layers of a figure into an SVG picture. */
export class SvgWriter {
  readonly node = document.createElementNS(space, 'svg')
  private readonly groups: { group: Group; of: readonly unknown[] }[] = []

  write(layers: readonly Layer[], { viewport, palette }: Frame): void {
    const { width, height, floor } = viewport
    layers.forEach((layer, n) => {
      const kept = (this.groups[n] ??= this.added())
      const of = [layer, width, height, floor, palette]
      if (areSame(of, kept.of)) return
      kept.of = of
      kept.group.node.setAttribute('data-role', layer.role)
      kept.group.show(elementsOf(layer.shapes, { viewport, palette }))
    })
  }

  private added() {
    const group = new Group()
    this.node.append(group.node)
    return { group, of: [] }
  }
}
