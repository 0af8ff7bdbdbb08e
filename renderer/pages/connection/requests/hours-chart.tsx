import { type KeyboardEvent, useRef, useState } from 'react';
import type { RequestBudget } from '../../../../shared/library-status.ts';
import { groupedNumber } from '../../../../shared/texts/quantities.ts';
import { requestLedgerTexts } from '../../../../shared/texts/request-ledger-texts.ts';
import { clockTime } from '../../../../shared/texts/time-phrases.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { hourAfterKey, hourBars } from './hour-bars.ts';
import { HourButton } from './hour-button.tsx';
import { HoursTable } from './hours-table.tsx';

const texts = requestLedgerTexts;

/** The last 24 hours as stacked bars: one stop of the Tab key, then the arrow keys. */
export function HoursChart({ hours }: { readonly hours: RequestBudget['hours'] }) {
  const { format } = useWindowState();
  const [chosen, setChosen] = useState<number | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const { bars, top, total } = hourBars(hours, format);
  const current = chosen ?? bars.length - 1;
  if (total === 0) return <p className="requests-none">{texts.none}</p>;

  function onKeyDown(event: KeyboardEvent) {
    const next = hourAfterKey(event.key, current, bars.length);
    if (next === null) return;
    event.preventDefault();
    group.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <>
      <div className="hours">
        <div className="hours-axis tabular" aria-hidden="true">
          <span>{groupedNumber(top, format)}</span>
          <span>{groupedNumber(top / 2, format)}</span>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
        <div
          ref={group}
          className="hours-bars"
          role="group"
          aria-label={texts.chart}
          onKeyDown={onKeyDown}
        >
          {bars.map((bar, index) => (
            <HourButton
              key={bar.startMs}
              bar={bar}
              isCurrent={index === current}
              onFocus={() => setChosen(index)}
            />
          ))}
        </div>
        <div className="hours-marks tabular" aria-hidden="true">
          {bars.map(({ startMs, isMarked }) => (
            <span key={startMs}>{isMarked && <span>{clockTime(startMs, format)}</span>}</span>
          ))}
        </div>
      </div>
      <HoursTable bars={bars} />
    </>
  );
}
