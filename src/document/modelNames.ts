import type { ModelName } from './view'

/** What the models of the plane are called on the page. */
export const modelTitles: Readonly<Record<ModelName, string>> = {
  halfPlane: 'Half-plane',
  disk: 'Poincaré disk',
  klein: 'Klein disk',
  hyperboloid: 'Hyperboloid',
  band: 'Band',
}
