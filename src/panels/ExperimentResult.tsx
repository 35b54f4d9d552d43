import { useLayoutEffect, useRef, useState } from 'react'
import type { ChosenExperiment } from '../document/experiments'
import { useExperiment } from '../store/experiment'
import { CurvePlot } from '../ui/CurvePlot'
import { MatrixPlot } from '../ui/MatrixPlot'
import { Segmented } from '../ui/Segmented'
import { savePlot, saveResult } from './experimentFiles'
import { figure } from './figures'
import { pngScales, type PngScale } from './pngScales'

interface Props {
  title: string
  chosen: ChosenExperiment
  /** Whether its sentences stand above its pictures. */
  hasFindings: boolean
}

/** What an experiment has found so far, in sentences. */
export function Findings() {
  const findings = useExperiment((state) => state.result?.findings)
  return (
    findings && (
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    )
  )
}

/** What an experiment has found so far: sentences, pictures, tables, each to be taken away. */
export function ExperimentResult({ title, chosen, hasFindings }: Props) {
  const result = useExperiment((state) => state.result)
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, text: 13 })
  const [scale, setScale] = useState<PngScale>('3')

  useLayoutEffect(() => {
    const node = box.current!
    const observer = new ResizeObserver(([entry]) => {
      const text = parseFloat(getComputedStyle(node).fontSize)
      setSize({ width: Math.floor(entry!.contentRect.width), text })
    })
    observer.observe(node)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={box} className="result">
      {result && (
        <>
          {hasFindings && <Findings />}
          {size.width > 0 &&
            result.plots.map((plot) => (
              <figure key={plot.name}>
                <figcaption>
                  {plot.name}
                  <span className="take">
                    {(['svg', 'png'] as const).map((format) => (
                      <button
                        key={format}
                        type="button"
                        className="quiet"
                        aria-label={`${plot.name}, .${format}`}
                        onClick={(event) => {
                          const svg = event.currentTarget.closest('figure')!.querySelector('svg')!
                          void savePlot(svg, `${title} ${plot.name}`, format, Number(scale))
                        }}
                      >
                        .{format}
                      </button>
                    ))}
                  </span>
                </figcaption>
                {plot.kind === 'curves' ? (
                  <CurvePlot
                    {...plot}
                    {...size}
                    height={Math.round(
                      plot.hasEqualUnits
                        ? Math.min(size.width, 34 * size.text)
                        : Math.min(0.62 * size.width, 26 * size.text),
                    )}
                  />
                ) : (
                  <MatrixPlot {...plot} {...size} most={26 * size.text} />
                )}
              </figure>
            ))}
          {result.tables.map((table) => (
            <details key={table.name} className="numbers">
              <summary>
                Table of {table.name}, {table.rows.length} rows
              </summary>
              <div className="scrolls" tabIndex={0} role="group" aria-label={`Table of ${table.name}`}>
                <table>
                  <thead>
                    <tr>
                      {table.columns.map((column) => (
                        <th key={column} scope="col">
                          {column}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {table.rows.map((row, n) => (
                      <tr key={n}>
                        {row.map((cell, l) => (
                          <td key={l}>{typeof cell === 'number' ? figure(cell) : cell}</td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </details>
          ))}
          <p className="take">
            Take the numbers away:
            <button type="button" onClick={() => saveResult(title, chosen, result, 'csv')}>
              .csv
            </button>
            <button type="button" onClick={() => saveResult(title, chosen, result, 'json')}>
              .json
            </button>
          </p>
          <div className="take">
            Pictures as .png at
            <Segmented label="Scale of .png" options={pngScales} value={scale} onChange={setScale} />
          </div>
        </>
      )}
    </div>
  )
}
