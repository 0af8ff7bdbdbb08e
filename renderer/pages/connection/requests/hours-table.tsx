import { groupedNumber } from '../../../../shared/texts/quantities.ts';
import {
  FAMILY_NAMES,
  hourPhrase,
  requestLedgerTexts,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { PictureTable } from '../../../pictures/picture-table.tsx';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import { FAMILIES, type Hours, requestsIn, requestsOf } from './hour-bars.ts';

const texts = requestLedgerTexts;

/** The chart in numbers, newest hour first: hours and families in which something was asked. */
export function HoursTable({ hours }: { readonly hours: Hours }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const rows = hours
    .map((hour, index) => ({ hour, endMs: hours[index + 1]?.startMs ?? null }))
    .filter(({ hour }) => requestsIn(hour) > 0)
    .toReversed();
  const families = FAMILIES.filter((family) =>
    rows.some(({ hour }) => requestsOf(hour, family) > 0),
  );
  const number = (count: number) => groupedNumber(count, format);
  return (
    <PictureTable
      title={texts.title}
      columns={[
        texts.tableHour,
        ...families.map((family) => FAMILY_NAMES[family]),
        texts.tableTotal,
      ]}
      rows={() =>
        rows.map(({ hour, endMs }): [number, string[]] => [
          hour.startMs,
          [
            hourPhrase(hour.startMs, endMs, nowMs, format),
            ...families.map((family) => number(requestsOf(hour, family))),
            number(requestsIn(hour)),
          ],
        ])
      }
    />
  );
}
