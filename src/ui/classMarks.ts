/** How the classes of labelled points look wherever they are drawn: a colour, and a mark inside the shape. */

/** As many as app.css has colours for. */
export const classColourCount = 12

/** Inner marks, in the order of the classes; a class beyond them has the mark of an earlier one in its own colour. */
export const innerMarks = ['full', 'hollow', 'target', 'dotted'] as const
export type InnerMark = (typeof innerMarks)[number]

export const innerMark = (label: number): InnerMark => innerMarks[label % innerMarks.length]!
