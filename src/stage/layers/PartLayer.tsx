import { useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { areSame, type Part } from '../figure/pen'
import type { StageView } from '../stageView'
import { GlMarks, GlPen } from './glPens'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** Draws a part by WebGL. */
export function PartLayer({ stage, part }: { stage: StageView; part: Part }) {
  const pen = useResource(() => new GlPen())
  const marks = useResource(() => new GlMarks())
  const redraw = useThree((state) => state.invalidate)
  const looks = useRef<readonly unknown[]>(undefined)

  useEffect(() => part.follow?.(redraw), [part, redraw])

  useLayer(stage, part.of, (frame) => {
    const now = part.looks?.(frame)
    const next = now && [...now, window.devicePixelRatio]
    if (next && looks.current && areSame(next, looks.current)) {
      let n = 0
      part.draw(frame, pen, (X, Y, _size, _shape, _fill, _of, Z = 0) => marks.buffer.move(n++, X, Y, Z))
      marks.buffer.endMoves()
      return
    }
    looks.current = next
    pen.begin(frame)
    part.draw(frame, pen, marks.begin(frame, part.marks ?? { order: 0, halo: 0, outline: 0 }))
    pen.buffer.end()
    marks.buffer.end()
  })

  return (
    <group>
      {part.lines !== undefined && (
        <mesh
          geometry={pen.buffer.geometry}
          material={pen.material}
          frustumCulled={false}
          renderOrder={part.lines}
        />
      )}
      {part.marks && (
        <points
          geometry={marks.buffer.geometry}
          material={marks.material}
          frustumCulled={false}
          renderOrder={part.marks.order}
        />
      )}
    </group>
  )
}
