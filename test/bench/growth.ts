import { join } from 'node:path';
import { runUnderElectron } from './long-lists/run-under-electron.ts';
import type { BenchRow, BenchSurroundings, Measurement } from './measurement.ts';
import { plainRow } from './row.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const FIGURES = [
  'first-pass-requests',
  'first-pass-seconds',
  'first-pass-longest-block',
  'light-check-requests',
  'light-check-seconds',
  'peak-memory',
] as const;

/**
 * How a first pass and a light check grow with the library. The seconds are those of our own work:
 * the pages come at once, and the spacing of requests is not waited for.
 */
export const growth: readonly Measurement[] = SIZES.map((items) => ({
  ids: FIGURES.map((figure) => `growth-${items}-${figure}`),
  measure: ({ cratewatch, workFolder }) => measureSize(items, cratewatch, workFolder),
}));

async function measureSize(
  items: number,
  { executablePath }: BenchSurroundings['cratewatch'],
  workFolder: string,
): Promise<readonly BenchRow[]> {
  const report = await runUnderElectron(executablePath, {
    kind: 'checks',
    items,
    folder: join(workFolder, `growth-${items}`),
  });
  if (report.kind !== 'checks') {
    throw new Error('The process reported something else than it was asked for.');
  }
  const { firstPass, lightCheck, peakMemoryMib, memoryBeforeMib } = report;
  const row = (figure: (typeof FIGURES)[number], value: number, unit: string) =>
    plainRow({ id: `growth-${items}-${figure}`, value, unit, budget: null });
  return [
    row('first-pass-requests', firstPass.requests, 'requests'),
    row('first-pass-seconds', firstPass.seconds, 's'),
    row('first-pass-longest-block', firstPass.longestMs, 'ms'),
    row('light-check-requests', lightCheck.requests, 'requests'),
    row('light-check-seconds', lightCheck.seconds, 's'),
    {
      ...row('peak-memory', peakMemoryMib, 'MiB'),
      note: `Of which the process held ${memoryBeforeMib.toFixed(0)} MiB before its first request.`,
    },
  ];
}
