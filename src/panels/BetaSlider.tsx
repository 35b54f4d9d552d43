import { formatNumber, parseNumber } from '../document/number'
import { betaOfModel, isBetaLearned, withBeta } from '../document/trainable'
import { beginGesture, cancelGesture, endGesture } from '../store/history'
import { store, type AppState } from '../store/store'
import { LiveText } from '../ui/LiveText'
import { Slider } from '../ui/Slider'
import { brief } from './figures'
import { live } from './live'

const lowest = -1
const highest = 2
const beta = ({ document }: AppState) => betaOfModel(document) ?? 1
const betaWords = ({ document }: AppState) =>
  isBetaLearned(document) ? 'training changes it too' : 'training leaves it'
const gesture = { begin: beginGesture, end: endGesture, cancel: cancelGesture }
const placeOf = (value: number) => Math.min(Math.max(Math.log10(value), lowest), highest)
const betaAt = (place: number) => Number((10 ** place).toPrecision(4))

function setBeta(value: number) {
  const { document, edit } = store.getState()
  if (!(value > 0 && value <= 1e6)) return { problem: 'β must be greater than 0 and at most 1000000' }
  const { head, classifier } = withBeta(document, value)
  edit({ head, classifier })
  return undefined
}

/** β of the model, on a logarithmic scale from 0.1 to 100. */
export function BetaSlider() {
  return (
    <Slider
      label="β"
      hint={<LiveText source={live} of={betaWords} />}
      min={lowest}
      max={highest}
      source={live}
      of={beta}
      thumb={placeOf}
      valueAt={betaAt}
      onChange={setBeta}
      gesture={gesture}
      short={brief}
      exact={formatNumber}
      parse={parseNumber}
    >
      <i>β</i>
    </Slider>
  )
}
