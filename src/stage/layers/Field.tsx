import { useThree } from '@react-three/fiber'
import { useRef } from 'react'
import type { Mesh } from 'three'
import { pictured } from '../../document/slice'
import { Floor } from '../../gpu/floor'
import { isHalfPlane } from '../charts/chart'
import { store } from '../../store/store'
import type { StageView } from '../stageView'
import { SliceMaterial } from './sliceMaterial'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** The entry slice under the points: colour and level curves of the loss, evaluated at each pixel. */
export function Field({ stage }: { stage: StageView }) {
  const mesh = useRef<Mesh>(null!)
  const floor = useResource(() => new Floor())
  const redraw = useThree((state) => state.invalidate)
  const material = useResource(() => new SliceMaterial(false, redraw))

  useLayer(
    stage,
    (frame) => [frame, store.getState().ball],
    (frame) => {
      const { view, viewport, document, tilt } = frame
      mesh.current.visible = view.slice && tilt === 0 && frame.chart?.name !== 'passage'
      if (!mesh.current.visible) return
      const window = {
        left: 0,
        right: viewport.width,
        bottom: frame.chart && !isHalfPlane(frame.chart) ? -viewport.floor : 0,
        top: viewport.height - viewport.floor,
      }
      floor.place(window)
      mesh.current.material = material.show(pictured(document, 'moved'), frame, window)
    },
  )

  return <mesh ref={mesh} geometry={floor.geometry} frustumCulled={false} renderOrder={0} />
}
