import { useState } from 'react'

export interface Said {
  readonly text: string
  readonly isProblem: boolean
}

/** Makes a file and says what became of it. While it is being made nothing else is. */
export function useSaving() {
  const [said, setSaid] = useState<Said>({ text: '', isProblem: false })
  const [isBusy, setBusy] = useState(false)

  /** @param make gives what to say when the file is there */
  const save = async (make: () => Promise<string> | string) => {
    setBusy(true)
    setSaid({ text: '', isProblem: false })
    try {
      setSaid({ text: await make(), isProblem: false })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      setSaid({ text: `Nothing was saved: ${reason}.`, isProblem: true })
    }
    setBusy(false)
  }
  return { said, isBusy, save }
}
