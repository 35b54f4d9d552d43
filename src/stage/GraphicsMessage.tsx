import { useState } from 'react'
import { restartGraphics, type Graphics } from '../store/graphics'
import { useApp } from '../store/store'
import './graphicsMessage.css'

const absent = 'the colours of the loss and the tilt are missing'

function sentence({ trouble, reason }: Graphics): string {
  switch (trouble) {
    case 'none':
      return `Without WebGL ${absent}.`
    case 'missing':
      return `This browser gives no WebGL2: ${absent}.`
    case 'lost':
      return `The graphics were interrupted. Without WebGL ${absent}.`
    case 'failed':
      return `The graphics failed (${reason}). Without WebGL ${absent}.`
    case 'stopped':
      return `A part of the picture cannot be drawn (${reason}). Everything else goes on working.`
  }
}

/** Under the picture: that it is drawn without WebGL, why, and what is missing. */
export function GraphicsMessage() {
  const graphics = useApp((state) => state.graphics)
  const [hidden, setHidden] = useState<Graphics>()
  if (hidden === graphics) return null
  const isNew = graphics.trouble === 'none' || graphics.trouble === 'missing'
  return (
    <div className="stage-strip">
      <span role={isNew ? 'status' : 'alert'}>{sentence(graphics)}</span>
      {graphics.trouble !== 'none' && <button onClick={restartGraphics}>Restart graphics</button>}
      <button onClick={() => setHidden(graphics)}>Hide</button>
    </div>
  )
}
