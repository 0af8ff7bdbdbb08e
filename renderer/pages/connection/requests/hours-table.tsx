import type { RequestFamily } from '../../../../shared/request-family.ts';
import { groupedNumber } from '../../../../shared/texts/quantities.ts';
import {
  FAMILY_NAMES,
  hourPhrase,
  requestLedgerTexts,
} from '../../../../shared/texts/request-ledger-texts.ts';
import { useNow } from '../../../state/use-now.ts';
import { useWindowState } from '../../../state/window-state-context.ts';
import type { HourBar } from './hour-bars.ts';

const texts = requestLedgerTexts;
const FAMILIES = Object.keys(FAMILY_NAMES) as RequestFamily[];

/** The chart in numbers, newest hour first: hours and families in which something was asked. */
export function HoursTable({ bars }: { readonly bars: readonly HourBar[] }) {
  const { format } = useWindowState();
  const nowMs = useNow();
  const rows = bars.filter(({ total }) => total > 0).toReversed();
  const families = FAMILIES.filter((family) => rows.some((bar) => countOf(bar, family) > 0));
  const number = (count: number) => groupedNumber(count, format);
  return (
    <details className="hours-table">
      <summary>{texts.asTable}</summary>
      <div className="hours-table-scroller">
        <table className="tabular">
          <caption className="visually-hidden">{texts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.tableHour}</th>
              {families.map((family) => (
                <th key={family} scope="col">
                  {FAMILY_NAMES[family]}
                </th>
              ))}
              <th scope="col">{texts.tableTotal}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((bar) => (
              <tr key={bar.startMs}>
                <th scope="row">{hourPhrase(bar.startMs, bar.endMs, nowMs, format)}</th>
                {families.map((family) => (
                  <td key={family}>{number(countOf(bar, family))}</td>
                ))}
                <td>{number(bar.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function countOf({ parts }: HourBar, family: RequestFamily): number {
  return parts.find((part) => part.family === family)?.count ?? 0;
}
