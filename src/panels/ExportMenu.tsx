import { Icon } from '../ui/Icon'

export function ExportMenu() {
  return (
    <button type="button">
      <Icon name="export" /> <span className="wide">Export</span>
    </button>
  )
}
