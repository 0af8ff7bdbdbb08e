import type { Change, ChangeKind } from '../../../../shared/change.ts';
import { NOW_MS } from './every-state.ts';

/** What others wrote: the names in a change. */
export interface ForeignNames {
  readonly item: string;
  readonly artists: readonly string[];
  readonly list: string;
}

/** One change of each kind, with these names in it; a kind without one does not compile. */
export function everyChange({ item: name, artists, list }: ForeignNames): readonly Change[] {
  const base = {
    id: 1,
    list: { id: 2, kind: 'playlist', name: list, uri: null, imageUrl: null },
    observedAfterMs: NOW_MS - 3_600_000,
    observedBeforeMs: NOW_MS,
    unread: true,
  } as const;
  const ofItem = {
    ...base,
    item: {
      uri: 'spotify:track:1',
      kind: 'track' as const,
      name,
      artists: [...artists],
      album: name,
      imageUrl: null,
    },
    addedBy: null,
    addedAtMs: null,
  };
  const ofText = { ...base, before: name, after: list };
  const changes: { readonly [K in ChangeKind]: Extract<Change, { kind: K }> } = {
    'item-added': { kind: 'item-added', ...ofItem },
    'item-removed': { kind: 'item-removed', ...ofItem },
    'item-unavailable': { kind: 'item-unavailable', ...ofItem },
    'item-available': { kind: 'item-available', ...ofItem },
    'item-renamed': {
      kind: 'item-renamed',
      ...ofItem,
      before: { name: list, artists: [...artists], album: null },
    },
    'artist-followed': { kind: 'artist-followed', ...ofItem },
    'artist-unfollowed': { kind: 'artist-unfollowed', ...ofItem },
    'items-moved': { kind: 'items-moved', ...base, count: 3 },
    'playlist-created': { kind: 'playlist-created', ...base },
    'playlist-gone': { kind: 'playlist-gone', ...base },
    'playlist-returned': { kind: 'playlist-returned', ...base },
    'playlist-renamed': { kind: 'playlist-renamed', ...ofText },
    'playlist-described': { kind: 'playlist-described', ...ofText },
    'playlist-cover': { kind: 'playlist-cover', ...base },
    'playlist-visibility': { kind: 'playlist-visibility', ...base, isPublic: true },
    'playlist-collaborative': { kind: 'playlist-collaborative', ...base, isCollaborative: false },
  };
  return Object.values(changes);
}
