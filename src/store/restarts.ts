import { store } from './store'

/** Says that something was started again, and why. */
export const sayRestarted = (what: string) => (reason: string) =>
  store.getState().set({ notice: `${what} was started again, because ${reason}.` })
