/** As many as app.css has; an inner index beyond them has the colour of an earlier one, and its own number. */
const count = 8

/** The colour of an inner index, counted from 0, as CSS. */
export const columnColour = (inner: number): string => `var(--column-${inner % count})`
