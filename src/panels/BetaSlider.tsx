import type { BetaRuleName } from '../document/document'
import { checkBeta } from '../document/headJson'
import { formatNumber, parseNumber } from '../document/number'
import { betaOfModel, withBeta } from '../document/trainable'
import { beginGesture, cancelGesture, endGesture } from '../store/history'
import { store, useApp, type AppState } from '../store/store'
import { Slider } from '../ui/Slider'
import { betaName } from './betaWords'
import { brief } from './figures'
import { live } from './live'

const gesture = { begin: beginGesture, end: endGesture, cancel: cancelGesture }
const beta = ({ document }: AppState) => betaOfModel(document) ?? 1
const betaAt = (place: number) => Number((10 ** place).toPrecision(4))

/** Powers of ten between which β and γ, or a perplexity, can be dragged. */
const rangeOf = (rule: BetaRuleName) => (rule === 'entropy' ? ([0, 1.2] as const) : ([-1, 2] as const))

function setBeta(value: number) {
  const { document, edit } = store.getState()
  const model = document.head ?? document.classifier
  if (!model) return undefined
  const refused = checkBeta(value, model.rule)
  if (refused) return refused
  const { head, classifier } = withBeta(document, value)
  edit({ head, classifier })
  return undefined
}

/** The β of the model in the document, γ or the perplexity that its rule has in place of it; on a logarithmic scale. */
export function BetaSlider() {
  const rule = useApp(({ document }) => (document.head ?? document.classifier)?.rule ?? 'fixed')
  const [least, most] = rangeOf(rule)
  const name = betaName(rule)
  return (
    <Slider
      key={rule}
      label={name}
      min={least}
      max={most}
      source={live}
      of={beta}
      thumb={(value) => Math.min(Math.max(Math.log10(value), least), most)}
      valueAt={betaAt}
      onChange={setBeta}
      gesture={gesture}
      short={brief}
      exact={formatNumber}
      parse={parseNumber}
    >
      {name === 'Perplexity' ? name : <i>{name}</i>}
    </Slider>
  )
}
