import { isTold } from './compare-rows.ts';
import { type Complaint, lost, moment } from './complaint.ts';
import type { Sighting } from './sighting.ts';
import type { ToldLibrary } from './told-library.ts';
import { isOrdered } from './truth.ts';
import type { TruthLog } from './truth-log.ts';

/** A complaint for each list that was seen at a time and is not told to have been so, or not exactly. */
export function auditSightings(
  log: TruthLog,
  told: ToldLibrary,
  sightings: readonly Sighting[],
): Complaint[] {
  const lists = new Map(told.lists.map((list) => [list.key, list.states]));
  return sightings.flatMap(({ atMs, keys }) =>
    keys.flatMap((key) => {
      const rows = log.listDuring(key, atMs, atMs).at(-1) ?? [];
      const state = lists.get(key)?.findLast(({ observedBeforeMs }) => observedBeforeMs <= atMs);
      const now = state?.rows ?? [];
      const isThere = isOrdered(key)
        ? isTold(log, key, now, rows)
        : now.length === rows.length &&
          rows.every(({ uri }) => log.wasGap(key, uri) || now.some((row) => row.uri === uri));
      return isThere ? [] : [lost(`${moment(atMs)}: ${key} is not told as it was seen then.`)];
    }),
  );
}
