declare module 'pngjs' {
  interface Pixels {
    width: number
    height: number
    data: Uint8Array
  }
  class PNG implements Pixels {
    static sync: { read: (bytes: Uint8Array) => Pixels; write: (png: Pixels) => Uint8Array }
    width: number
    height: number
    data: Uint8Array
    constructor(size: { width: number; height: number })
  }
}
