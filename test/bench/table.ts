import { aligned } from './aligned.ts';
import type { BenchRow } from './measurement.ts';

const heading = ['id', 'value', 'unit', 'baseline', 'ratio', 'budget', ''];

/** The rows as aligned text. */
export function table(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.id,
    String(row.value),
    row.unit,
    row.baseline === undefined ? '' : String(row.baseline),
    row.ratio === undefined ? '' : `${row.ratio}×`,
    row.budget === null
      ? 'none'
      : `${row.atLeast === true ? '≥' : '≤'} ${row.budget}${row.ratio === undefined ? '' : '×'}`,
    row.ok ? 'ok' : 'OVER',
  ]);
  const isNumber = (column: number) => column === 1 || (column > 2 && column < 6);
  return aligned([heading, ...cells], isNumber);
}

/** What the table cannot say in numbers, one paragraph a row; empty where there is nothing. */
export function notes(rows: readonly BenchRow[]): string {
  return rows.flatMap(({ id, note }) => (note === undefined ? [] : [`${id}: ${note}`])).join('\n');
}
