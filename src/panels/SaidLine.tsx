import type { Said } from './useSaving'

/** What became of a file. */
export function SaidLine({ label, said }: { label: string; said: Said }) {
  return (
    <>
      <p className="said" role="status" aria-label={label}>
        {said.isProblem ? '' : said.text}
      </p>
      {said.isProblem && (
        <p className="problem" role="alert">
          {said.text}
        </p>
      )}
    </>
  )
}
