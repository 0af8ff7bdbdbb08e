import type { NewChange } from '../storage/changes.ts';
import type { StoredEntry } from '../storage/entries.ts';
import type { StoredList } from '../storage/lists.ts';
import type { LoadedEntry } from '../storage/staging.ts';
import { isOrdered } from './collections.ts';
import type { Comparison } from './compare.ts';
import { knownSince } from './known-since.ts';

/** Two states of a list and how one became the other. */
export interface ComparedStates {
  readonly list: StoredList;
  readonly old: readonly StoredEntry[];
  readonly next: readonly LoadedEntry[];
  readonly comparison: Comparison;
  readonly beforeMs: number;
}

/** What the user is told about rows that came, went or moved. The first state is no change. */
export function* describeRows(states: ComparedStates): Generator<NewChange, void> {
  const { list, old, next, comparison, beforeMs } = states;
  if (list.revisionId === null || list.kind === 'playlists') {
    return;
  }
  const common = {
    listId: list.id,
    listName: list.name,
    observedAfterMs: knownSince(list, comparison) ?? beforeMs,
    observedBeforeMs: beforeMs,
  };
  const isOfArtists = list.kind === 'followed-artists';
  const removed = isOfArtists ? 'artist-unfollowed' : 'item-removed';
  const added = isOfArtists ? 'artist-followed' : 'item-added';
  for (const index of comparison.removed) {
    const item = old[index];
    if (item !== undefined) {
      yield { ...common, kind: removed, item };
    }
  }
  for (const index of comparison.added) {
    const item = next[index];
    if (item !== undefined) {
      yield { ...common, kind: added, item };
    }
  }
  if (comparison.moved.length > 0 && isOrdered(list.kind)) {
    yield { ...common, kind: 'items-moved', itemCount: comparison.moved.length };
  }
}
