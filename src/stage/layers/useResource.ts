import { useEffect, useState } from 'react'

/** A buffer or a material that lives as long as its layer and is freed with it. */
export function useResource<T extends { dispose: () => void }>(create: () => T): T {
  const [resource] = useState(create)
  useEffect(() => () => resource.dispose(), [resource])
  return resource
}
