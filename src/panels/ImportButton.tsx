import { Icon } from '../ui/Icon'

export function ImportButton() {
  return (
    <button type="button">
      <Icon name="import" /> <span className="wide">Import</span>
    </button>
  )
}
