import { Meter } from 'react-aria-components';
import './meter-bar.css';

interface MeterBarProps {
  /** What is measured, for a screen reader. */
  readonly label: string;
  /** The same in words that a screen reader says instead of a percentage. */
  readonly valueText: string;
  /** How much of it is over or used up, from 0 to 1. */
  readonly share: number;
  /** A point on the bar that means something, from 0 to 1. */
  readonly markAt?: number | null;
  /** `attention` where the end is near. */
  readonly look?: 'plain' | 'attention';
}

/** A measure of which a part is used up. */
export function MeterBar({
  label,
  valueText,
  share,
  markAt = null,
  look = 'plain',
}: MeterBarProps) {
  return (
    <Meter aria-label={label} value={share * 100} valueLabel={valueText}>
      <div className="meter-bar">
        <div className={`meter-bar-track meter-bar-${look}`}>
          <div className="meter-bar-fill" style={{ width: `${share * 100}%` }} />
        </div>
        {markAt !== null && <div className="meter-bar-mark" style={{ left: `${markAt * 100}%` }} />}
      </div>
    </Meter>
  );
}
