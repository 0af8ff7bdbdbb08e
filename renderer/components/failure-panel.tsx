import { describeInternalFailure } from '../../shared/texts/answer-texts.ts';
import { Button } from './button.tsx';
import { WarningIcon } from './icons.tsx';
import './empty-panel.css';

interface FailurePanelProps {
  readonly title: string;
  readonly retryLabel: string;
  /** Names the entry in the log. */
  readonly id: string;
  readonly onRetry: () => void;
}

/** Something could not be loaded: what, where the details are, and the way to try again. */
export function FailurePanel({ title, retryLabel, id, onRetry }: FailurePanelProps) {
  return (
    <div className="empty-panel" role="alert">
      <span className="empty-panel-sign empty-panel-sign-attention">
        <WarningIcon size={22} />
      </span>
      <h2>{title}</h2>
      <p>{describeInternalFailure({ kind: 'internal', id })}</p>
      <Button onPress={onRetry}>{retryLabel}</Button>
    </div>
  );
}
