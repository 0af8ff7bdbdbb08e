import { type ChangeKind, KINDS_OF_PLAYLISTS } from '../../../shared/change.ts';
import type { ChangePart } from '../../storage/change-groups.ts';
import type { DayStart } from '../changes-per-day.ts';

/** What happened to one list on one day, of one kind. */
export interface FeedGroup {
  /** The same as long as the group is there. */
  readonly key: string;
  readonly dayStartMs: number;
  readonly isOfPlaylists: boolean;
  readonly kind: ChangeKind;
  readonly count: number;
  readonly unread: number;
  readonly newestId: number;
  readonly afterMs: number;
  readonly beforeMs: number;
  /** Newest first. */
  readonly parts: readonly ChangePart[];
}

const OF_PLAYLISTS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(KINDS_OF_PLAYLISTS);

/**
 * The order of the feed: the newest day first, on each day the list in which something happened last
 * first, and in each list one group a kind, the newest first. Pure.
 */
export function groupParts(parts: readonly ChangePart[], dayStart: DayStart): FeedGroup[] {
  const dayOf = remembering(dayStart);
  const byKey = new Map<string, ChangePart[]>();
  for (const part of parts) {
    const key = `${dayOf(part.atMs)} ${placeOf(part)} ${part.kind}`;
    const together = byKey.get(key);
    if (together === undefined) {
      byKey.set(key, [part]);
    } else {
      together.push(part);
    }
  }
  const groups = [...byKey].flatMap(([key, together]) => groupOf(key, together, dayOf));
  const newestOfPlace = new Map<string, number>();
  for (const group of groups) {
    const place = placeKey(group);
    newestOfPlace.set(place, Math.max(newestOfPlace.get(place) ?? 0, group.newestId));
  }
  const newest = (group: FeedGroup) => newestOfPlace.get(placeKey(group)) ?? 0;
  return groups.sort(
    (one, other) =>
      other.dayStartMs - one.dayStartMs ||
      newest(other) - newest(one) ||
      other.newestId - one.newestId,
  );
}

function groupOf(key: string, together: ChangePart[], dayOf: DayStart): FeedGroup[] {
  const parts = together.sort((one, other) => other.newestId - one.newestId);
  const [first] = parts;
  if (first === undefined) {
    return [];
  }
  return [
    {
      key,
      dayStartMs: dayOf(first.atMs),
      isOfPlaylists: OF_PLAYLISTS.has(first.kind),
      kind: first.kind,
      count: sum(parts, ({ count }) => count),
      unread: sum(parts, ({ unread }) => unread),
      newestId: first.newestId,
      afterMs: Math.min(...parts.map(({ afterMs }) => afterMs)),
      beforeMs: Math.max(...parts.map(({ atMs }) => atMs)),
      parts,
    },
  ];
}

/** Changes of playlists themselves stand together; those of items stand under their list. */
function placeOf({ kind, listId }: ChangePart): string {
  return OF_PLAYLISTS.has(kind) ? 'playlists' : String(listId);
}

/** Day and list, without the kind. */
function placeKey({ key }: FeedGroup): string {
  return key.slice(0, key.lastIndexOf(' '));
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}

/** A check notices many things at the same moment. */
function remembering(dayStart: DayStart): DayStart {
  const known = new Map<number, number>();
  return (atMs) => {
    const day = known.get(atMs) ?? dayStart(atMs);
    known.set(atMs, day);
    return day;
  };
}
