/** Of each of two twins: longer comparisons say nothing more, as rounding has been amplified by then. */
export const mostTwinSteps = 5000
