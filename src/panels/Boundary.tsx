import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
  /** What is said instead of what failed. */
  instead?: (reason: string) => ReactNode
}

/** What fails inside stays inside; the rest of the page goes on. */
export class Boundary extends Component<Props, { failed: string | undefined }> {
  override state = { failed: undefined as string | undefined }

  static getDerivedStateFromError(error: unknown) {
    return { failed: error instanceof Error ? error.message : String(error) }
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
        </button>
      </p>
    )
  }
}
