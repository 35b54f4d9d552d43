import { classifierOf } from '../document/classifierOf'
import type { FigureColours } from '../store/stageFigure'
import { pageColour, printColour } from '../store/printColours'
import { planes } from '../store/planes'
import { store, type AppState } from '../store/store'
import { training } from '../store/training'
import { twin } from '../store/twin'
import { paintDecisions } from '../ui/drawDecisions'
import { paintLevelCurves, type Picture } from '../ui/drawLevelCurves'
import { paintStepCurves, type StepPicture } from '../ui/drawStepCurves'
import { paletteFrom, type Palette } from '../ui/palette'
import { SvgPen } from '../ui/svgPen'
import { picturesOf } from './classifierPicture'
import { curvePicture } from './curveFiles'
import { groupPlot } from './groupPlot'
import { groupScene } from './groupScene'
import { lossWords, modelAfter, modelBefore, pictureAfter, pictureBefore } from './lossPicture'
import type { VectorPicture } from './pictureFiles'
import { planeAfter, planeBefore } from './planePicture'
import { runsOfCurve } from './curveWords'
import {
  differencePicture,
  differenceWords as twinDifference,
  lossPicture,
  lossWords as twinLosses,
} from './twinWords'

/** A plot beside the stage that can be taken away. */
export interface Plot {
  /** In the name of its file. */
  readonly id: string
  readonly label: string
  /** Whether there is one now. */
  readonly isThere: (state: AppState) => boolean
  readonly draw: (state: AppState, colours: FigureColours) => VectorPicture
}

const [text, family] = [14, "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"]
/** Lines as on a desk. */
const stroke = 1.5

/** The palette of a file. */
export function plotPalette(colours: FigureColours): Palette {
  const isDark = colours === 'page' && getComputedStyle(document.documentElement).colorScheme === 'dark'
  return { ...paletteFrom(colours === 'print' ? printColour : pageColour, isDark), stroke }
}

/** A loss over a window, by its level curves and the colours between them. */
function levelPlot(
  title: string,
  picture: Picture,
  colours: FigureColours,
  description: string,
): VectorPicture {
  const [width, height] = [520, Math.round((520 * picture.height) / picture.width)]
  const pen = new SvgPen(width, height, { size: text, family })
  const palette = plotPalette(colours)
  paintLevelCurves(pen, picture, { width, height }, palette)
  return { svg: pen.picture(palette.paper, title), width, height, description }
}

function decisionPlot(which: 'before' | 'after', state: AppState, colours: FigureColours): VectorPicture {
  const picture = picturesOf({ columns: [0, 1], isSliced: true }, which)(state)
  if (!picture) throw new Error('there is no classifier')
  const size = { width: 620, height: 520, text, family }
  const pen = new SvgPen(size.width, size.height, { size: text, family })
  const palette = plotPalette(colours)
  paintDecisions(pen, picture, size, palette)
  const description = `Labelled points and what the classifier decides, ${which} the move; ${picture.names[0]} across, ${picture.names[1]} up.`
  return { svg: pen.picture(palette.paper, `Decisions ${which}`), ...size, description }
}

/** Numbers over the steps of the twins. */
function stepPlot(
  title: string,
  picture: StepPicture,
  colours: FigureColours,
  description: string,
): VectorPicture {
  const [width, height] = [960, 400]
  const pen = new SvgPen(width, height, { size: text, family })
  const palette = plotPalette(colours)
  paintStepCurves(pen, picture, { width, height, text }, palette)
  return { svg: pen.picture(palette.paper, title), width, height, description }
}

const hasTwins = () => twin.getState().progress !== undefined
const isEntry = ({ view }: AppState) => view.projection.kind === 'entry'
const hasPlane = ({ view }: AppState) =>
  view.projection.kind !== 'entry' && planes.getState().pictures.base !== undefined
const hasClassifier = ({ document }: AppState) => classifierOf(document) !== undefined

const sliceWords = (which: string, model: string, state: AppState) =>
  `The loss over one free entry, ${which} the move, with the model at ${model}. Loss at the model: ${lossWords(state)}.`

export const plots: readonly Plot[] = [
  {
    id: 'loss-before',
    label: 'Loss surface before',
    isThere: isEntry,
    draw: (state, colours) =>
      levelPlot(
        'Loss surface before',
        pictureBefore(state),
        colours,
        sliceWords('before', modelBefore(state), state),
      ),
  },
  {
    id: 'loss-after',
    label: 'Loss surface after',
    isThere: isEntry,
    draw: (state, colours) =>
      levelPlot(
        'Loss surface after',
        pictureAfter(state),
        colours,
        sliceWords('after', modelAfter(state), state),
      ),
  },
  {
    id: 'plane-before',
    label: 'Loss plane before',
    isThere: hasPlane,
    draw: (state, colours) =>
      levelPlot('Loss plane before', planeBefore(planes.getState()), colours, planeWords(state)),
  },
  {
    id: 'plane-after',
    label: 'Loss plane after',
    isThere: (state) => hasPlane(state) && state.view.projection.kind === 'random',
    draw: (state, colours) =>
      levelPlot('Loss plane after', planeAfter(planes.getState()), colours, planeWords(state)),
  },
  {
    id: 'decisions-before',
    label: 'Decisions before',
    isThere: hasClassifier,
    draw: (state, colours) => decisionPlot('before', state, colours),
  },
  {
    id: 'decisions-after',
    label: 'Decisions after',
    isThere: hasClassifier,
    draw: (state, colours) => decisionPlot('after', state, colours),
  },
  {
    id: 'training',
    label: 'Training curve',
    isThere: () => runsOfCurve(training.getState()).length > 0,
    draw: (_state, colours) => curvePicture(plotPalette(colours)),
  },
  {
    id: 'twin-losses',
    label: 'Losses of the twins',
    isThere: hasTwins,
    draw: (_state, colours) =>
      stepPlot(
        'Losses of the twins',
        lossPicture(twin.getState()),
        colours,
        twinLosses(twin.getState(), undefined),
      ),
  },
  {
    id: 'twin-difference',
    label: 'Difference of the twins',
    isThere: hasTwins,
    draw: (_state, colours) =>
      stepPlot(
        'Difference of the twins',
        differencePicture(twin.getState()),
        colours,
        twinDifference(twin.getState(), undefined),
      ),
  },
  {
    id: 'group',
    label: 'The group',
    isThere: (state) => groupScene(state) !== undefined,
    draw: (state, colours) => groupPlot(state, plotPalette(colours), family),
  },
]

const planeWords = ({ view }: AppState) =>
  view.projection.kind === 'sliders'
    ? 'The loss over two sliders of g: s across moves A, t up moves B.'
    : 'The loss over two random directions through the model.'

export const plotNamed = (id: string): Plot | undefined => plots.find((plot) => plot.id === id)

export const plotsNow = (): readonly Plot[] => plots.filter(({ isThere }) => isThere(store.getState()))
