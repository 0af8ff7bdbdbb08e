import type { RequestLogEntry } from '../../electron/sample-service/sample-service.ts';

const DAY_MS = 24 * 3_600_000;

/** Web API requests of each of so many days, the first of which begins at `startMs`. */
export function requestsByDay(
  requests: readonly Pick<RequestLogEntry, 'path' | 'atMs'>[],
  startMs: number,
  days: number,
): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const { path, atMs } of requests) {
    const day = Math.floor((atMs - startMs) / DAY_MS);
    const count = counts[day];
    if (path.startsWith('/v1/') && count !== undefined) {
      counts[day] = count + 1;
    }
  }
  return counts;
}
