import type { BenchRow } from './measurement.ts';

const heading = ['id', 'value', 'unit', 'bare', 'ratio', 'budget', ''];

/** The rows as aligned text. */
export function table(rows: readonly BenchRow[]): string {
  const cells = rows.map((row) => [
    row.id,
    String(row.value),
    row.unit,
    row.baseline === undefined ? '' : String(row.baseline),
    row.ratio === undefined ? '' : `${row.ratio}×`,
    row.budget === null ? 'none' : `≤ ${row.budget}${row.ratio === undefined ? '' : '×'}`,
    row.ok ? 'ok' : 'OVER',
  ]);
  const lines = [heading, ...cells];
  const widths = heading.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const isNumber = column === 1 || (column > 2 && column < 6);
          return isNumber ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
