import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { groupedNumber } from '../../../../shared/texts/quantities.ts';
import {
  FAMILY_NAMES,
  hourPhrase,
  requestCount,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import type { HourBar } from './hour-bars.ts';

interface HourButtonProps {
  readonly bar: HourBar;
  /** The one that the Tab key leads to. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
}

/** One hour: a stacked bar whose numbers are told when it is pointed at or has the focus. */
export function HourButton({ bar, isCurrent, onFocus }: HourButtonProps) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const hour = hourPhrase(bar.startMs, bar.endMs, nowMs, format);
  const count = requestCount(bar.total, format);
  return (
    <TooltipTrigger delay={0} closeDelay={0} shouldCloseOnPress={false}>
      <Button
        className="hour"
        aria-label={`${hour}: ${count}`}
        excludeFromTabOrder={!isCurrent}
        onFocus={onFocus}
      >
        <span className="hour-bar" style={{ height: `${bar.height * 100}%` }}>
          {bar.parts.map(({ family, count: part, isHigh }) => (
            <span
              key={family}
              className={`hour-part ${isHigh ? 'hour-part-high' : ''} family-${family}`}
              style={{ flexGrow: part }}
            />
          ))}
        </span>
      </Button>
      <Tooltip className="hour-tip" offset={6}>
        <strong>{hour}</strong>
        <span>{count}</span>
        {bar.parts.toReversed().map(({ family, count: part }) => (
          <span key={family} className="hour-tip-part">
            <span className={`family-key family-${family}`} aria-hidden="true" />
            <span>{FAMILY_NAMES[family]}</span>
            <span className="tabular">{groupedNumber(part, format)}</span>
          </span>
        ))}
      </Tooltip>
    </TooltipTrigger>
  );
}
