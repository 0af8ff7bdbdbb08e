import { useMemo } from 'react';
import type { LibraryStatus } from '../../../shared/library-status.ts';
import {
  allDaysTitle,
  dayPart,
  daysTexts,
  dayTitle,
  dayWords,
} from '../../../shared/texts/days-texts.ts';
import { groupedNumber } from '../../../shared/texts/quantities.ts';
import { nearDay, shortDay } from '../../../shared/texts/time-phrases.ts';
import { Section } from '../../components/section.tsx';
import { barsDrawing } from '../../pictures/bars/bars-drawing.ts';
import { Picture } from '../../pictures/picture.tsx';
import { PictureTable } from '../../pictures/picture-table.tsx';
import { ToldParts } from '../../pictures/told-parts.tsx';
import { useNow } from '../../state/use-now.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { changesOf, DAY_FILLS, DAY_PARTS, dayBars, sumOfDays } from './day-bars.ts';

const texts = daysTexts;

/** Changes per day. */
export function DaysPicture({ days }: { readonly days: LibraryStatus['changesPerDay'] }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const drawing = useMemo(() => barsDrawing(dayBars(days)), [days]);
  const [first] = days;
  if (first === undefined) return null;
  const all = sumOfDays(days);
  if (changesOf(all) === 0) {
    return (
      <Section title={texts.title}>
        <p className="days-none">{texts.none}</p>
      </Section>
    );
  }
  return (
    <Section title={texts.title}>
      <Picture
        label={texts.label}
        drawing={drawing}
        words={(index) => dayWords(days[index] ?? first, nowMs, format)}
        ends={[shortDay(first.dayStartMs, nowMs, format), texts.today]}
        line={(told) => {
          const day = told === null ? undefined : days[told];
          const counts = day ?? all;
          const changes = changesOf(counts);
          return (
            <ToldParts
              title={
                day === undefined
                  ? allDaysTitle(changes, days.length, format)
                  : dayTitle(day.dayStartMs, changes, nowMs, format)
              }
              parts={DAY_PARTS.map((part) => ({
                words: dayPart(part, counts[part], format),
                fill: DAY_FILLS[part],
              }))}
            />
          );
        }}
      />
      <PictureTable
        title={texts.title}
        columns={Object.values(texts.columns)}
        rows={() =>
          days
            .map((day): [number, string[]] => [
              day.dayStartMs,
              [
                nearDay(day.dayStartMs, nowMs, format),
                ...DAY_PARTS.map((part) => groupedNumber(day[part], format)),
              ],
            ])
            .toReversed()
        }
      />
    </Section>
  );
}
