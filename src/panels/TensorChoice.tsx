import { useMemo, useState, type ReactNode } from 'react'
import { problem, type Problem } from '../document/problem'
import { changed, firstChoice, type Change } from '../document/tensorChoice'
import { checkTensor } from '../document/tensorLayout'
import type { TensorFiles } from './readImport'
import { TensorList } from './TensorList'
import { TensorMeaning } from './TensorMeaning'
import { TensorSide } from './TensorSide'
import { useFromTensors, type FromTensors } from './fromTensors'
import './tensors.css'

interface Props {
  files: TensorFiles
  /** Undefined while numbers are being read. */
  children: (made: FromTensors | Problem | undefined) => ReactNode
}

/** Asks which tensors are Q and K, which part of them, and what their numbers mean. */
export function TensorChoice({ files, children }: Props) {
  const tensors = useMemo(() => files.tensors.filter((one) => checkTensor(one) === undefined), [files])
  return (
    <>
      <TensorList tensors={files.tensors} />
      {tensors.length === 0 ? (
        children(problem('none of the tensors can be Q or K'))
      ) : (
        <Choosing files={{ ...files, tensors }}>{children}</Choosing>
      )}
    </>
  )
}

/** Above this many, a field to find some by name. */
const few = 12

function Choosing({ files, children }: Props) {
  const { tensors } = files
  const first = useMemo(() => firstChoice(tensors), [tensors])
  const [held, setHeld] = useState({ of: tensors, chosen: first })
  const [wanted, setWanted] = useState('')
  const chosen = held.of === tensors ? held.chosen : first
  const change = (by: Change) => setHeld({ of: tensors, chosen: changed(tensors, chosen, by) })
  const made = useFromTensors(files, chosen)
  const offered = useMemo(
    () => tensors.flatMap(({ name }, n) => (name.toLowerCase().includes(wanted.toLowerCase()) ? [n] : [])),
    [tensors, wanted],
  )
  return (
    <>
      {tensors.length > few && (
        <label className="choice">
          Find
          <input
            type="text"
            aria-label="Find tensors"
            placeholder={`part of a name, ${offered.length} of ${tensors.length}`}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
      )}
      <div className="sides">
        <TensorSide side="q" tensors={tensors} offered={offered} chosen={chosen} onChange={change} />
        <TensorSide side="k" tensors={tensors} offered={offered} chosen={chosen} onChange={change} />
      </div>
      <TensorMeaning tensors={tensors} chosen={chosen} onChange={change} />
      {children(made)}
    </>
  )
}
