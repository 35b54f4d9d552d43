import { classifierOf } from '../document/classifierOf'
import { labelledData } from '../document/labelledData'
import { useApp } from '../store/store'
import './classLegend.css'

/** With more classes than this only the panel names them. */
const mostNamed = 4

/** What the marks of a classifier mean. */
export function ClassLegend() {
  const data = useApp(({ document }) => classifierOf(document)?.data)
  const space = useApp(({ document }) => document.space)
  if (!data) return null
  const { classes } = labelledData(data, space).rows.train
  return (
    <>
      {classes.length <= mostNamed &&
        classes.map((name, label) => (
          <li key={label}>
            <i
              className="mark stage-class"
              data-mark={label % 4}
              style={{ color: `var(--class-${label % 12})` }}
            />{' '}
            {name}
          </li>
        ))}
      <li>
        <i className="mark stage-class stage-input" /> inputs
      </li>
      <li>
        <i className="mark stage-class stage-prototype" /> prototypes
      </li>
      <li>
        <i className="mark stage-wrong" /> wrong
      </li>
    </>
  )
}
