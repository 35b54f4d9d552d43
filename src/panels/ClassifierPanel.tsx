import { useMemo, useState } from 'react'
import { classifierOf, shapeOf } from '../document/classifierOf'
import type { LabelledSource } from '../document/document'
import { store, useApp, type AppState } from '../store/store'
import { ClassMark } from '../ui/ClassMark'
import { DecisionPlane } from '../ui/DecisionPlane'
import { LiveChip } from '../ui/LiveChip'
import { LiveStatus, LiveText } from '../ui/LiveText'
import { Segmented } from '../ui/Segmented'
import { BetaSlider } from './BetaSlider'
import { picturesOf, regionsWords, type PlaneChoice, type Which } from './classifierPicture'
import * as texts from './classifierText'
import { isGesture, live } from './live'
import { Section } from './Section'
import './classifier.css'

/** What the classifier of the document decides, before and after the move. */
export function ClassifierPanel() {
  const data = useApp(({ document }) => classifierOf(document)?.data)
  return data ? <Decisions key={JSON.stringify(shapeOf(data))} data={data} /> : null
}

const times = [
  { value: 'before', label: 'before' },
  { value: 'after', label: 'after' },
] as const

function Decisions({ data }: { data: LabelledSource }) {
  const space = useApp(({ document }) => document.space)
  const { columns } = shapeOf(data)
  const [which, setWhich] = useState<Which>('after')
  const [shown, setShown] = useState<PlaneChoice['columns']>([columns > 2 ? columns - 2 : 0, columns - 1])
  const [slices, setSlices] = useState(true)
  const isSliced = columns <= 2 || slices
  const choice = useMemo(() => ({ columns: shown, isSliced }), [shown, isSliced])
  const picture = useMemo(() => picturesOf(choice, which), [choice, which])
  const counted = useMemo(() => (state: AppState) => regionsWords(state, choice), [choice])

  return (
    <Section
      name="classifier"
      title="Classifier"
      tab="product"
      aside={<LiveChip source={live} of={texts.verdict} />}
    >
      <p className="definition">
        P(class) = the softmax(−<i>β C</i>) of its prototypes, added up
      </p>
      <BetaSlider />
      {columns > 2 && (
        <Columns
          names={texts.columnNames(data)}
          shown={shown}
          onShow={setShown}
          isSliced={isSliced}
          onSlice={setSlices}
        />
      )}
      <div className="plane-times">
        <Segmented label="Decisions shown" options={times} value={which} onChange={setWhich} />
        <LiveStatus label="Decisions of the plane" source={live} of={counted} />
      </div>
      <DecisionPlane label="Decision regions" source={live} picture={picture} onPoint={point} />
      <ClassKey names={texts.classNames(data, space)} hasPrototypes={space === 'line' || columns === 2} />
      <p className="input-words">
        <LiveStatus label="Input" source={live} of={texts.inputWords} hush={isGesture} />
      </p>
      <dl className="readings">
        <dt>Right, training data</dt>
        <dd>
          <LiveText source={live} of={texts.rightTrain} />
        </dd>
        <dt>Right, held out</dt>
        <dd>
          <LiveText source={live} of={texts.rightHeldOut} />
        </dd>
        <dt>Cross entropy</dt>
        <dd>
          <LiveText source={live} of={texts.entropyWords} />
        </dd>
        <dt>Certified radius</dt>
        <dd>
          <LiveText source={live} of={texts.radiusWords} />
        </dd>
      </dl>
      <p className="hint confusion">
        Held out. <LiveText source={live} of={texts.confusionWords} />
      </p>
    </Section>
  )
}

function point(input: number | undefined): void {
  const { pointed, set } = store.getState()
  const now = pointed?.factor === 'a' ? pointed.row : undefined
  if (now === input) return
  set({ pointed: input === undefined ? undefined : { factor: 'a', row: input, column: 0 } })
}

function ClassKey({ names, hasPrototypes }: { names: readonly string[]; hasPrototypes: boolean }) {
  return (
    <ul className="class-key">
      {names.map((name, label) => (
        <li key={label}>
          <ClassMark label={label} shape="point" /> {name}
        </li>
      ))}
      {hasPrototypes && (
        <li>
          <ClassMark label={0} shape="prototype" /> prototype
        </li>
      )}
      <li>
        <i className="mark-wrong" /> decided wrong
      </li>
    </ul>
  )
}

interface ColumnsProps {
  names: readonly string[]
  shown: PlaneChoice['columns']
  onShow: (columns: PlaneChoice['columns']) => void
  isSliced: boolean
  onSlice: (isSliced: boolean) => void
}

/** Which two of several columns are the plane. */
function Columns({ names, shown: [across, up], onShow, isSliced, onSlice }: ColumnsProps) {
  const options = names.map((name, column) => (
    <option key={column} value={column}>
      {name}
    </option>
  ))
  const other = (one: number, taken: number) => (one === taken ? (one + 1) % names.length : taken)
  return (
    <div className="plane-columns">
      <label>
        Across
        <select
          value={across}
          onChange={(event) => onShow([Number(event.target.value), other(Number(event.target.value), up)])}
        >
          {options}
        </select>
      </label>
      <label>
        Up
        <select
          value={up}
          onChange={(event) =>
            onShow([other(Number(event.target.value), across), Number(event.target.value)])
          }
        >
          {options}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={isSliced} onChange={(event) => onSlice(event.target.checked)} />
        Regions where the other columns are at their means
      </label>
    </div>
  )
}
