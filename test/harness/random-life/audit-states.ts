import { isTold } from './compare-rows.ts';
import { type Complaint, invented, lost, moment } from './complaint.ts';
import type { ToldList, ToldState } from './told-library.ts';
import { isOrdered, type ListKey, type TrueRow } from './truth.ts';
import type { TruthLog } from './truth-log.ts';

/** A request takes no longer: what it shows may have come about after it was sent. */
const LONGEST_REQUEST_MS = 15_000;

/**
 * A complaint for each state of a list that never was there when the app says that it was. One that
 * is read in several pages without an order to show that it moved may be of several moments; but each
 * of its rows was there at one of them, and none is missing that was there all the time.
 */
export function auditStates(log: TruthLog, { key, states }: ToldList): Complaint[] {
  return states.flatMap((state) => {
    const { observedAfterMs, observedBeforeMs, unchangedUntilMs } = state;
    const afterMs = observedAfterMs ?? Number.NEGATIVE_INFINITY;
    const when = `${moment(observedBeforeMs)}: ${key}`;
    const during = log.listDuring(key, afterMs, observedBeforeMs);
    if (!isOrdered(key)) {
      const versions = during.flatMap((rows) => (rows === null ? [] : [rows]));
      return auditRows(log, key, state, versions).map((complaint) => ({
        ...complaint,
        text: `${when}: ${complaint.text}`,
      }));
    }
    const wasThere = (versions: readonly (readonly TrueRow[] | null)[]) =>
      versions.some((rows) => rows !== null && isTold(log, key, state.rows, rows));
    if (!wasThere(during)) {
      return [invented(`${when} never was as it is told to have been observed.`)];
    }
    const later = log.listDuring(key, unchangedUntilMs, unchangedUntilMs + LONGEST_REQUEST_MS);
    return unchangedUntilMs > observedBeforeMs && !wasThere(later)
      ? [invented(`${when} was not the same still at ${moment(unchangedUntilMs)}.`)]
      : [];
  });
}

function auditRows(
  log: TruthLog,
  key: ListKey,
  { rows }: ToldState,
  versions: readonly (readonly TrueRow[])[],
): Complaint[] {
  const keysOf = (list: readonly TrueRow[]) => new Set(list.map(keyOf));
  const seen = versions.map(keysOf);
  const told = new Set(rows.map(keyOf));
  const named = rows.filter(({ uri }) => uri !== null);
  const nowhere = named.filter((row) => !seen.some((there) => there.has(keyOf(row))));
  const missing = (versions[0] ?? []).filter(
    (row) =>
      seen.every((there) => there.has(keyOf(row))) &&
      !told.has(keyOf(row)) &&
      !log.wasGap(key, row.uri),
  );
  const gaps = new Set(versions.flat().flatMap(({ uri }) => (log.wasGap(key, uri) ? [uri] : [])));
  return [
    ...nowhere.map(({ uri }) => invented(`${uri} was not there.`)),
    ...missing.map(({ uri }) => lost(`${uri} was there all the time.`)),
    ...(named.length === new Set(named.map(({ uri }) => uri)).size
      ? []
      : [invented('something is told to be there twice.')]),
    ...(rows.length - named.length > gaps.size ? [invented('there were not so many gaps.')] : []),
  ];
}

/** Albums without a date are told apart by their URI alone. */
function keyOf({ uri, addedAtMs }: { uri: string | null; addedAtMs: number | null }): string {
  return `${uri} ${addedAtMs}`;
}
