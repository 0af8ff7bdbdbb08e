import type { Change } from '../../../../../shared/change.ts';
import type { PlainLibrary } from '../harness/stored-library.ts';
import { isBehind, keyOfChange, keysOfEvent, listOf, SAVED_TRACKS } from './change-keys.ts';
import type { RecordedEvent } from './recorded-life.ts';

export interface AuditedHistory {
  /** What was stored when the first pass had ended. */
  readonly baseline: PlainLibrary;
  /** What was stored at the end. */
  readonly end: PlainLibrary;
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** What really happened, oldest first. */
  readonly events: readonly RecordedEvent[];
}

/**
 * Holds the changes that the user is told of against what really happened. Answers a line for each
 * change that nothing stands behind, that is told twice, that is told for a time at which it did
 * not happen, or that is missing; an empty list when all is well.
 */
export function auditChanges(history: AuditedHistory): string[] {
  return [
    ...unbacked(history),
    ...unbalancedPlaylists(history),
    ...unbalancedItems(history),
    ...wrongNames(history),
  ];
}

/** Each change uses up an event that fits it, so that none is invented and none is told twice. */
function unbacked({ changes, events }: AuditedHistory): string[] {
  let left = events.flatMap((event) =>
    keysOfEvent(event).map((key) => ({ key, atMs: event.atMs })),
  );
  return changes.flatMap((change) => {
    const ofKind = left.filter(({ key }) => isBehind(key, change));
    const fitting = ofKind.filter(
      ({ atMs }) => atMs >= change.observedAfterMs && atMs <= change.observedBeforeMs,
    );
    // One line tells of all that moved in a list; every other one tells of one thing.
    const used = change.kind === 'items-moved' ? fitting : fitting.slice(0, 1);
    left = left.filter((event) => !used.includes(event));
    const { observedAfterMs, observedBeforeMs } = change;
    const happened = ofKind.map(({ atMs }) => atMs).join() || 'never';
    return used.length > 0
      ? []
      : [
          `Told of ${observedAfterMs} to ${observedBeforeMs}, happened ${happened}: ` +
            keyOfChange(change),
        ];
  });
}

/** The playlists at first, with those that are told to have come and gone, make those at the end. */
function unbalancedPlaylists({ baseline, end, changes }: AuditedHistory): string[] {
  const told = new Tally();
  const there = new Tally();
  for (const { id } of baseline.playlists) {
    told.add(`spotify:playlist:${id}`, 1);
  }
  for (const { id } of end.playlists) {
    there.add(`spotify:playlist:${id}`, 1);
  }
  for (const change of changes) {
    if (change.kind === 'playlist-created' || change.kind === 'playlist-returned') {
      told.add(listOf(change), 1);
    } else if (change.kind === 'playlist-gone') {
      told.add(listOf(change), -1);
    }
  }
  return told.differences(there);
}

/** The same of the items of every list that could be read at first as well as at the end. */
function unbalancedItems({ baseline, end, changes }: AuditedHistory): string[] {
  const before = itemsByList(baseline);
  const complaints: string[] = [];
  for (const [list, uris] of itemsByList(end)) {
    const urisBefore = before.get(list);
    if (urisBefore === undefined) {
      continue;
    }
    const told = new Tally(urisBefore);
    for (const change of changes) {
      const isOfItem = change.kind === 'item-added' || change.kind === 'item-removed';
      if (isOfItem && listOf(change) === list) {
        told.add(change.item.uri, change.kind === 'item-added' ? 1 : -1);
      }
    }
    complaints.push(...told.differences(new Tally(uris)).map((text) => `${list}: ${text}`));
  }
  return complaints;
}

/** From the name at first to the name at the end, each change begins where the last one ended. */
function wrongNames({ baseline, end, changes }: AuditedHistory): string[] {
  const names = new Map(baseline.playlists.map(({ id, name }) => [`spotify:playlist:${id}`, name]));
  const complaints: string[] = [];
  for (const change of changes) {
    if (change.kind === 'playlist-renamed') {
      const list = listOf(change);
      const before = names.get(list) ?? change.before;
      if (before !== change.before) {
        complaints.push(`Renamed from "${change.before}", but it was "${before}": ${list}`);
      }
      names.set(list, change.after);
    }
  }
  for (const { id, name } of end.playlists) {
    const told = names.get(`spotify:playlist:${id}`) ?? name;
    if (told !== name) {
      complaints.push(`Its name is "${name}", but the last that was told is "${told}": ${id}`);
    }
  }
  return complaints;
}

function itemsByList({ savedTracks, playlists }: PlainLibrary): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  const add = (list: string, items: readonly { readonly uri: string | null }[] | null) => {
    if (items !== null) {
      // A gap that was never seen filled is told of without a URI.
      lists.set(
        list,
        items.map(({ uri }) => uri ?? ''),
      );
    }
  };
  add(SAVED_TRACKS, savedTracks);
  for (const { id, items } of playlists) {
    add(`spotify:playlist:${id}`, items);
  }
  return lists;
}

class Tally {
  readonly #counts = new Map<string, number>();

  constructor(keys: readonly string[] = []) {
    for (const key of keys) {
      this.add(key, 1);
    }
  }

  add(key: string, by: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  /** This one is what was told, the other what is there. */
  differences(there: Tally): string[] {
    return [...new Set([...this.#counts.keys(), ...there.#counts.keys()])].flatMap((key) => {
      const told = this.#counts.get(key) ?? 0;
      const real = there.#counts.get(key) ?? 0;
      return told === real ? [] : [`${key} is there ${real} times, by what was told ${told}`];
    });
  }
}
