/** How the plane is looked at: shared in a link, but no part of the document or of its history. */
export interface View {
  /** Show everything; centre and height are then not used. */
  readonly fit: boolean
  /** Real part in the middle of the stage. */
  readonly centre: number
  /** Height of the visible part of the plane, in units of the plane; > 0. */
  readonly height: number
  /** The entry slice lies under the points. */
  readonly slice: boolean
  /** The plane is a floor with the loss surface on it. */
  readonly tilt: boolean
}

export const defaultView: View = { fit: true, centre: 0, height: 4, slice: true, tilt: false }
