import { ProgressBar } from 'react-aria-components';
import type { PassProgress } from '../../shared/library-status.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import './pass-progress-bar.css';

interface PassProgressBarProps {
  readonly progress: PassProgress;
  readonly label: string;
}

/** How far a pass is, and which list it reads. */
export function PassProgressBar({ progress, label }: PassProgressBarProps) {
  const { itemsDone, itemsTotal, listName } = progress;
  const isKnown = itemsTotal !== null && itemsTotal > 0;
  const share = isKnown ? Math.min(1, itemsDone / itemsTotal) : 0;
  return (
    <ProgressBar
      className="pass-progress"
      aria-label={overviewTexts.progress}
      isIndeterminate={!isKnown}
      value={share * 100}
      valueLabel={label}
    >
      <div className="pass-progress-words">
        <span className="tabular">{label}</span>
        {listName !== null && (
          <span className="one-line" dir="auto">
            {listName}
          </span>
        )}
      </div>
      <div className="pass-progress-track">
        <div
          className={isKnown ? 'pass-progress-fill' : 'pass-progress-fill pass-progress-unknown'}
          style={isKnown ? { width: `${share * 100}%` } : {}}
        />
      </div>
    </ProgressBar>
  );
}
