import { BufferGeometry, Sphere, Vector3 } from 'three'

/** A geometry that is never culled, and whose bounds need not follow its buffers. */
export function unboundedGeometry(): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.boundingSphere = new Sphere(new Vector3(), Infinity)
  return geometry
}
