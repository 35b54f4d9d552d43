import { LossPanel } from './LossPanel'
import { ProductPanel } from './ProductPanel'

/** What follows from the document. */
export function ResultPanels() {
  return (
    <>
      <ProductPanel />
      <LossPanel />
    </>
  )
}
