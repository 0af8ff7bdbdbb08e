import { auditItems, auditKnownItems } from './audit-items.ts';
import { auditPlaylists } from './audit-playlists.ts';
import { auditSightings } from './audit-sightings.ts';
import { auditStates } from './audit-states.ts';
import { auditSteps } from './audit-steps.ts';
import { isTold, surplus } from './compare-rows.ts';
import { type Complaint, invented, lost } from './complaint.ts';
import type { Sighting } from './sighting.ts';
import type { ToldLibrary } from './told-library.ts';
import { isOrdered, type ListKey } from './truth.ts';
import type { TruthLog } from './truth-log.ts';

/**
 * Holds everything that the app knows and ever told against what really was. To be asked when all of
 * it was looked at since the last change.
 */
export function auditLibrary(
  log: TruthLog,
  told: ToldLibrary,
  sightings: readonly Sighting[] = [],
): Complaint[] {
  return [
    ...auditSightings(log, told, sightings),
    ...told.lists.flatMap((list) => [...auditStates(log, list), ...auditSteps(list)]),
    ...auditPlaylists(log, told),
    ...auditItems(log, told),
    ...auditUntilNow(log, told),
  ];
}

/** Whether everything is known as it is now, and was told. */
export function auditUntilNow(log: TruthLog, told: ToldLibrary): Complaint[] {
  return [...auditKnownItems(log, told), ...auditNow(log, told, () => true)];
}

/** Holds the last state of these lists against what they are now. */
export function auditNow(
  log: TruthLog,
  told: ToldLibrary,
  includes: (key: ListKey) => boolean,
): Complaint[] {
  const known = new Map(told.lists.map((list) => [list.key, list.states.at(-1)?.rows]));
  return [...log.now.lists].flatMap(([key, rows]) => {
    const now = known.get(key);
    if (!includes(key)) {
      return [];
    }
    if (now === undefined) {
      return [lost(`${key} is not known.`)];
    }
    if (isOrdered(key) ? isTold(log, key, now, rows) : false) {
      return [];
    }
    const gaps = now.filter(({ uri }) => uri === null).length;
    const more = surplus(
      now.flatMap(({ uri }) => uri ?? []),
      rows.map(({ uri }) => uri),
    );
    // A gap from the first has no name to tell.
    const missing = [...more].filter(([uri, count]) => count < 0 && !log.wasGap(key, uri));
    const extra = [...more].filter(([, count]) => count > 0);
    const complaints = [
      ...missing.map(([uri]) => lost(`${key} has ${uri} now, which is not known.`)),
      ...extra.map(([uri]) => invented(`${key} has no ${uri} now.`)),
    ];
    if (complaints.length === 0 && (isOrdered(key) || now.length !== rows.length)) {
      complaints.push(lost(`${key} is in another order now, or of other dates (${gaps} gaps).`));
    }
    return complaints;
  });
}
