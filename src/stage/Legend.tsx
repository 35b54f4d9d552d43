import { useEffect, useRef } from 'react'
import { classifierOf } from '../document/classifierOf'
import { isModel } from '../document/modelLoss'
import { entryName } from '../document/names'
import { derive } from '../document/derive'
import { store, useApp } from '../store/store'
import { fetched } from '../ui/fetched'
import { termLength, termName } from './terms'

const ClassLegend = fetched(async () => (await import('./ClassLegend')).ClassLegend)

/** With more terms than this the sum of the selected cell is given as a whole. */
const mostTerms = 5

/** Under the canvas: what the marks mean, the selected product entry as a sum of distances. */
export function Legend() {
  const slice = useApp((state) => state.view.slice)
  const isHalfPlane = useApp((state) => state.document.space === 'halfPlane')
  const hasTwin = useApp((state) => state.twin !== undefined)
  const hasHead = useApp((state) => state.document.head !== null)
  const isTrained = useApp(({ document }) => isModel(document))
  const isClassifier = useApp(({ document }) => classifierOf(document) !== undefined)
  return (
    <div className="stage-legend">
      <ul className="stage-key">
        {isClassifier ? (
          <ClassLegend />
        ) : (
          <>
            <li>
              <i className="mark mark-a" /> A{hasHead && <span className="stage-key-token">, queries</span>}
            </li>
            <li>
              <i className="mark mark-b" /> B{hasHead && <span className="stage-key-token">, keys</span>}
            </li>
          </>
        )}
        <li>
          <i className="mark mark-base" /> base
        </li>
        <li hidden={!isHalfPlane}>
          <i className="mark mark-frame" /> frame of g
        </li>
        <li hidden={!isHalfPlane || !hasTwin}>
          <i className="mark mark-twin" /> twin
        </li>
        <li className="stage-key-slice" hidden={!slice}>
          <i className="mark mark-lowest">×</i> lowest
        </li>
        <li className="stage-key-ball" hidden={!slice || !isTrained}>
          <i className="mark mark-ball" /> <i>L</i> &lt; ε
        </li>
      </ul>
      <CellSum />
    </div>
  )
}

/** c_kl = d(a_k1, b_1l) + … with the numbers of the moved entries; pointing at a term marks its geodesic. */
function CellSum() {
  const inner = useApp((state) => state.document.b.length)
  const [k, l] = useApp((state) => state.document.selection)
  const total = useRef<HTMLSpanElement>(null)
  const terms = useRef<(HTMLElement | null)[]>([])
  const isLong = inner > mostTerms

  useEffect(() => {
    const write = () => {
      const { document } = store.getState()
      const derived = derive(document)
      const [row, column] = document.selection
      const of = { derived, document }
      total.current!.textContent = derived.after[row * derived.size.columns + column]!.toFixed(3)
      terms.current.slice(0, isLong ? 0 : inner).forEach((element, i) => {
        if (element && i < derived.size.inner) element.textContent = termLength(of, 'moved', i).toFixed(3)
      })
    }
    write()
    return store.subscribe((state, before) => {
      if (state.document !== before.document) write()
    })
  }, [inner, isLong, k, l])

  const point = (i: number | undefined) => store.getState().set({ pointedTerm: i })
  const document = store.getState().document
  return (
    <p className="stage-sum">
      <i className="mark mark-term" />
      {entryName('c', k, l)} ={' '}
      {isLong
        ? `Σ of ${inner} distances = `
        : Array.from({ length: inner }, (_, i) => (
            <span key={i}>
              {i > 0 && ' + '}
              <button
                className="stage-term"
                aria-label={`Term ${termName({ document: { ...document, selection: [k, l] } }, i)}`}
                onPointerEnter={() => point(i)}
                onPointerLeave={() => point(undefined)}
                onFocus={() => point(i)}
                onBlur={() => point(undefined)}
                ref={(element) => {
                  terms.current[i] = element
                }}
              />
            </span>
          ))}
      {!isLong && inner > 1 && ' = '}
      <span ref={total} className={inner > 1 || isLong ? '' : 'stage-hidden'} />
    </p>
  )
}
