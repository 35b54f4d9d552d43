import { useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react'

/** What is fetched is shown at once wherever it is used next. */
export type Part<P> = ComponentType<P> & { readonly fetch: () => Promise<ComponentType<P>> }

/**
 * A component of another file, which is fetched when it is first shown. What `React.lazy` reveals is held back until
 * 300 ms after a fallback was last shown, anywhere in the page; this is seen as soon as it is there.
 *
 * @param absent what is shown until then
 * @throws in rendering, what the import was refused with; shown anew it is asked for again
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>, absent?: ReactNode): Part<P> {
  let loaded: ComponentType<P> | undefined
  const fetch = async () => (loaded ??= await load())

  function Fetched(props: P) {
    const [Shown, setShown] = useState(() => loaded)
    const [refused, setRefused] = useState<{ error: unknown }>()
    useLayoutEffect(() => {
      if (Shown) return
      let isOver = false
      fetch().then(
        (component) => isOver || setShown(() => component),
        (error: unknown) => isOver || setRefused({ error }),
      )
      return () => {
        isOver = true
      }
    }, [Shown])
    if (refused) throw refused.error
    return Shown ? <Shown {...props} /> : absent
  }
  return Object.assign(Fetched, { fetch })
}
