import { useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react'

/** What is there already when it is first shown is shown at once. */
type Fetched<P> = ComponentType<P> & { readonly fetch: () => Promise<ComponentType<P>> }

/**
 * A component of another file, which is fetched when it is first shown. What `React.lazy` reveals is held back until
 * 300 ms after a fallback was last shown, anywhere in the page; this is seen as soon as it is there.
 *
 * @param absent what is shown until then
 * @throws in rendering, what the import was refused with; shown anew it is asked for again
 */
export function fetched<P extends object>(
  load: () => Promise<ComponentType<P>>,
  absent?: ReactNode,
): Fetched<P> {
  let loaded: ComponentType<P> | undefined
  const fetch = async () => (loaded ??= await load())

  function Shell(props: P) {
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
  return Object.assign(Shell, { fetch })
}
