import './about.css'
import { Dialog } from '../ui/Dialog'

interface Props {
  onClose: () => void
}

/** What the page is, what it promises, and the licences of everything in it. */
export function AboutDialog({ onClose }: Props) {
  const { moduli } = window as Partial<Window>
  // The page as one file has them in itself.
  const licences = document.getElementById('licences')?.textContent
  return (
    <Dialog title={`Moduli ${moduli?.version ?? ''}`} className="about" onClose={onClose}>
      <p>
        One trained model is infinitely many sets of weights. After W. Chuang,{' '}
        <cite>An Alternative to Quantum Computing</cite> (2023).
      </p>
      <ul>
        <li>Everything is computed in this page. Nothing is sent to, or asked of, any other server.</li>
        <li>
          {licences === undefined
            ? 'Once it has been loaded it works without a network. A new version waits until you ask for it.'
            : 'This is the whole of it in one file: it needs no network and no server.'}
        </li>
      </ul>
      {licences === undefined ? (
        <ul className="links">
          <li>
            <a href="./moduli.html" download>
              Moduli as one file
            </a>{' '}
            (2.3 MB, works without a network: save it and open it)
          </li>
          <li>
            <a href="./licences.txt" target="_blank" rel="noreferrer">
              Licences
            </a>{' '}
            of Moduli, which is free software (MIT), and of everything in it
          </li>
          <li>
            <a href="./embed.html" target="_blank" rel="noreferrer">
              Moduli in another page
            </a>{' '}
            (an example)
          </li>
        </ul>
      ) : (
        <details>
          <summary>Licences of Moduli, which is free software (MIT), and of everything in it</summary>
          <pre tabIndex={0} role="region" aria-label="Licences">
            {licences}
          </pre>
        </details>
      )}
    </Dialog>
  )
}
