import { Dialog } from '../ui/Dialog'
import './keys.css'

const groups: readonly { title: string; rows: readonly (readonly [keys: string, what: string])[] }[] = [
  {
    title: 'Everywhere',
    rows: [
      ['Tab, Shift+Tab', 'the next control, the one before'],
      ['Ctrl+Z, Ctrl+Shift+Z', 'undo, redo'],
      ['Esc', 'takes a drag back; closes a menu or a dialog'],
      ['l, L', 'everything larger, smaller'],
      ['?', 'this list'],
    ],
  },
  {
    title: 'In a lesson',
    rows: [
      ['Page down', 'the next step; first the answer, where something is to be predicted'],
      ['Page up', 'the step before'],
      ['F5', 'opens the window for the audience'],
      ['. or b', 'black in that window, and back'],
      ['Esc', 'ends black, or the pointer on the picture'],
      ['→ and ←', 'the same, unless a control or a handle that they move has the focus'],
    ],
  },
  {
    title: 'On the picture: the plane, the handles of g, the entries of the selected cell',
    rows: [
      ['Arrows', 'move it by hyperbolic 0.1; with Shift by 0.01'],
      ['Enter', 'on an entry: the loss is drawn over it'],
      ['+ and −', 'zoom about the middle'],
      ['0', 'shows everything'],
      ['Alt+arrows', 'move the view (with Shift a little); turn the hyperboloid'],
    ],
  },
  {
    title: 'In tables and curves',
    rows: [
      ['Arrows, Home, End', 'another cell; along a curve, with Shift a little'],
      ['Enter', 'selects the cell: its entries become handles, its distances lines'],
    ],
  },
  {
    title: 'Sliders and number fields',
    rows: [
      ['Arrows', 'by 0.1; with Shift by 0.01'],
      ['Enter, Esc', 'take what was typed, or give it up'],
    ],
  },
  {
    title: 'By pointer',
    rows: [
      ['Drag', 'an entry, a handle of g, the empty plane, a slider'],
      ['Wheel, pinch', 'zoom'],
      ['Space-drag, two fingers', 'move the view'],
      ['Double click', 'shows everything'],
      ['Drop a file', 'imports it'],
    ],
  },
]

/** What can be done by which key. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys and gestures" onClose={onClose}>
      {groups.map(({ title, rows }) => (
        <section key={title} className="key-group">
          <h3>{title}</h3>
          <dl>
            {rows.map(([keys, what]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
