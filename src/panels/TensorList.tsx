import type { Tensor } from '../document/tensor'
import { checkTensor } from '../document/tensorLayout'
import { shownName } from '../document/tensorNames'

const most = 200

/** The tensors of a file with their types and shapes, and why some cannot be chosen. */
export function TensorList({ tensors }: { tensors: readonly Tensor[] }) {
  const refused = tensors.filter((tensor) => checkTensor(tensor)).length
  return (
    <details className="tensor-list">
      <summary>
        {tensors.length === 1 ? '1 tensor' : `${tensors.length} tensors`}
        {refused > 0 && `, ${refused} of which cannot be Q or K`}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Shape</th>
          </tr>
        </thead>
        <tbody>
          {tensors.slice(0, most).map((tensor, n) => (
            <tr key={n}>
              <td>{shownName(tensor.name)}</td>
              <td>{tensor.dtype}</td>
              <td>
                {tensor.shape.slice(0, 8).join(' × ')}
                {checkTensor(tensor) && <span className="hint"> {checkTensor(tensor)!.problem}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {tensors.length > most && <p className="hint">and {tensors.length - most} more</p>}
    </details>
  )
}
