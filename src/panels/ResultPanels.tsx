import { LossPanel } from './LossPanel'
import { ProductPanel } from './ProductPanel'

/** What follows from the document; one chunk of its own, so that the controls can be used before it is there. */
export function ResultPanels() {
  return (
    <>
      <ProductPanel />
      <LossPanel />
    </>
  )
}
