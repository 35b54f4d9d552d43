import formulas from './formulas.katex.json'

/** A formula that was typeset at build time, with MathML beside it for assistive technology. */
export function Formula({ name }: { name: keyof typeof formulas }) {
  return <span className="formula" dangerouslySetInnerHTML={{ __html: formulas[name] }} />
}
