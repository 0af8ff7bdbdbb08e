import { aligned } from '../aligned.ts';
import type { BenchRow } from '../measurement.ts';

const HEADING = [
  'when',
  'who',
  'finished',
  'missing',
  'of',
  'requests',
  'in block',
  'refreshes',
  'what its user is told',
];
const MOST_TOLD = 60;

/** What became of each download, as aligned text; empty where no row has any. */
export function outcomeTable(rows: readonly BenchRow[]): string {
  const lines = rows.flatMap(({ id, outcomes }) =>
    (outcomes ?? []).map((outcome) => [
      id,
      outcome.who,
      outcome.finished ? 'yes' : 'NO',
      String(outcome.missing),
      String(outcome.items),
      String(outcome.requests),
      String(outcome.duringBlock),
      String(outcome.refreshes),
      shortened(outcome.error ?? 'nothing'),
    ]),
  );
  return lines.length === 0
    ? ''
    : aligned([HEADING, ...lines], (column) => column > 2 && column < 8);
}

function shortened(text: string): string {
  return text.length <= MOST_TOLD ? text : `${text.slice(0, MOST_TOLD - 1)}…`;
}
