import type { Change } from '../../../shared/change.ts';
import { fewestMoved, surplus } from './compare-rows.ts';
import { type Complaint, invented, lost, moment } from './complaint.ts';
import type { ToldList, ToldRow, ToldState } from './told-library.ts';
import { isOrdered } from './truth.ts';

const CAME: ReadonlySet<string> = new Set(['item-added', 'artist-followed']);
const WENT: ReadonlySet<string> = new Set(['item-removed', 'artist-unfollowed']);

/**
 * A complaint for each step between two states of a list that the feed does not explain exactly, and
 * for each line of the feed that belongs to no step.
 */
export function auditSteps(list: ToldList): Complaint[] {
  const complaints: Complaint[] = [];
  let left = list.changes.filter(
    ({ kind }) => CAME.has(kind) || WENT.has(kind) || kind === 'items-moved',
  );
  for (const [index, after] of list.states.entries()) {
    const before = list.states[index - 1];
    const belongs = ({ observedBeforeMs }: Change) => observedBeforeMs === after.observedBeforeMs;
    if (before !== undefined && list.key !== 'playlists') {
      const told = left.filter(belongs);
      left = left.filter((change) => !belongs(change));
      complaints.push(
        ...auditStep(list, before, after, told).map(({ kind, text }) => ({
          kind,
          text: `${moment(after.observedBeforeMs)}: ${list.key}: ${text}`,
        })),
      );
    }
  }
  const stray = left.map(({ kind, observedBeforeMs }) =>
    invented(`${moment(observedBeforeMs)}: ${list.key}: ${kind} is told, and no step is known.`),
  );
  return [...complaints, ...stray];
}

function auditStep(
  { key }: ToldList,
  before: ToldState,
  after: ToldState,
  told: readonly Change[],
): Complaint[] {
  const old = withNamesOf(before.rows, after.rows);
  const expected = surplus(after.rows.map(uriOf), old.map(uriOf));
  const found = new Map<string, number>();
  for (const change of told) {
    if ('item' in change) {
      const by = CAME.has(change.kind) ? 1 : -1;
      found.set(change.item.uri, (found.get(change.item.uri) ?? 0) + by);
    }
  }
  const complaints: Complaint[] = [];
  for (const uri of new Set([...expected.keys(), ...found.keys()])) {
    const really = expected.get(uri) ?? 0;
    const by = found.get(uri) ?? 0;
    const text = `"${uri}" changed by ${really}, told are ${by}.`;
    if (Math.abs(by) > Math.abs(really) || by * really < 0) {
      complaints.push(invented(text));
    } else if (by !== really) {
      complaints.push(lost(text));
    }
  }
  const lines = told.filter((change) => 'item' in change).length;
  const net = [...found.values()].reduce((sum, by) => sum + Math.abs(by), 0);
  return [
    ...complaints,
    ...(lines === net ? [] : [invented('the same is told to have come and gone.')]),
    ...wrongRows(after.rows, told, CAME),
    ...wrongRows(before.rows, told, WENT),
    ...(isOrdered(key) ? wrongMoves(old, after.rows, told) : []),
    ...(told.every(({ observedAfterMs }) => observedAfterMs === after.observedAfterMs)
      ? []
      : [invented('the last look before is told to have been another.')]),
  ];
}

/** What came stands there with its date now, and what went stood there with its date. */
function wrongRows(
  rows: readonly ToldRow[],
  told: readonly Change[],
  kinds: ReadonlySet<string>,
): Complaint[] {
  const there = new Set(rows.map((row) => keyOf(uriOf(row), row)));
  return told.flatMap((change) =>
    'item' in change && kinds.has(change.kind) && !there.has(keyOf(change.item.uri, change))
      ? [invented(`${change.kind} "${change.item.uri}" with another date.`)]
      : [],
  );
}

function wrongMoves(
  old: readonly ToldRow[],
  next: readonly ToldRow[],
  told: readonly Change[],
): Complaint[] {
  const moves = told.flatMap((change) => (change.kind === 'items-moved' ? [change.count] : []));
  const [count = 0] = moves;
  const more = moves.length > 1 ? [invented('moves are told in more than one line.')] : [];
  const keys = old.map((row) => keyOf(uriOf(row), row));
  const positionOf = new Map(keys.map((key, index) => [key, index]));
  const kept = next.flatMap((row) => positionOf.get(keyOf(uriOf(row), row)) ?? []);
  // A row of another date, or one of two alike, can be told to continue more than one.
  const isClear =
    positionOf.size === old.length &&
    new Set(kept).size === kept.length &&
    surplus(next.map(uriOf), old.map(uriOf)).size ===
      surplus(
        next.map((row) => keyOf(uriOf(row), row)),
        keys,
      ).size;
  const fewest = fewestMoved(kept);
  if (!isClear || count === fewest) {
    return more;
  }
  const text = `${fewest} moved, told are ${count}.`;
  return [...more, count > fewest ? invented(text) : lost(text)];
}

/** A gap from the first that has got its name: the date tells that it is the same row. */
function withNamesOf(rows: readonly ToldRow[], later: readonly ToldRow[]): readonly ToldRow[] {
  const free = surplus(later.map(rowKey), rows.map(rowKey));
  return rows.map((row) => {
    if (row.uri !== null) {
      return row;
    }
    const named = later.find(
      (other) =>
        other.uri !== null &&
        other.addedAtMs === row.addedAtMs &&
        other.addedBy === row.addedBy &&
        (free.get(rowKey(other)) ?? 0) > 0,
    );
    if (named === undefined) {
      return row;
    }
    free.set(rowKey(named), (free.get(rowKey(named)) ?? 0) - 1);
    return named;
  });
}

function rowKey(row: ToldRow): string {
  return `${keyOf(uriOf(row), row)} ${row.addedBy}`;
}

function keyOf(uri: string, { addedAtMs }: { readonly addedAtMs: number | null }): string {
  return `${uri} ${addedAtMs}`;
}

function uriOf({ uri }: ToldRow): string {
  return uri ?? '';
}
