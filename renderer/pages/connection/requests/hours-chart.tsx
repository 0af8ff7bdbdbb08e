import { useMemo } from 'react';
import type { RequestBudget } from '../../../../shared/library-status.ts';
import {
  familyCount,
  hourPhrase,
  hourWords,
  requestCount,
  requestLedgerTexts,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { barsDrawing } from '../../../pictures/bars/bars-drawing.ts';
import { Picture } from '../../../pictures/picture.tsx';
import { ToldParts } from '../../../pictures/told-parts.tsx';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { FAMILY_FILLS } from './family-fills.ts';
import { hourBars, requestsIn } from './hour-bars.ts';
import { HoursTable } from './hours-table.tsx';

const texts = requestLedgerTexts;

/** The last 24 hours as stacked bars. */
export function HoursChart({ hours }: { readonly hours: RequestBudget['hours'] }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const drawing = useMemo(() => barsDrawing(hourBars(hours, format)), [hours, format]);
  const running = hours.length - 1;
  if (hours.every((hour) => requestsIn(hour) === 0)) {
    return <p className="requests-none">{texts.none}</p>;
  }
  const endOf = (index: number) => hours[index + 1]?.startMs ?? null;
  return (
    <div className="hours">
      <Picture
        label={texts.chart}
        drawing={drawing}
        size="high"
        words={(index) => {
          const hour = hours[index];
          return hour === undefined ? '' : hourWords(hour, endOf(index), nowMs, format);
        }}
        line={(told) => {
          const index = told ?? running;
          const hour = hours[index];
          if (hour === undefined) return null;
          const span = hourPhrase(hour.startMs, endOf(index), nowMs, format);
          return (
            <ToldParts
              title={texts.hourLabel(span, requestCount(requestsIn(hour), format))}
              parts={hour.used.map(({ family, count }) => ({
                words: familyCount(family, count, format),
                fill: FAMILY_FILLS[family],
              }))}
            />
          );
        }}
      />
      <HoursTable hours={hours} />
    </div>
  );
}
