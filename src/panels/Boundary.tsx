import { Component, type ReactNode } from 'react'
import { reasonOf } from './faults'
import { saveDocument } from './saveDocument'

interface Props {
  children: ReactNode
  /** What is said instead of what failed. */
  instead?: (reason: string) => ReactNode
}

/** What fails inside stays inside; the rest of the page goes on, and the document can be saved. */
export class Boundary extends Component<Props, { failed: string | undefined }> {
  override state = { failed: undefined as string | undefined }

  static getDerivedStateFromError(error: unknown) {
    return { failed: reasonOf(error) }
  }

  override render() {
    const { failed } = this.state
    const { children, instead } = this.props
    if (failed === undefined) return children
    if (instead) return instead(failed)
    return (
      <p className="failed" role="alert">
        This part has failed ({failed}); the others go on.{' '}
        <button type="button" onClick={() => this.setState({ failed: undefined })}>
          Try again
        </button>{' '}
        <button type="button" onClick={() => void saveDocument()}>
          Save the document
        </button>
      </p>
    )
  }
}
