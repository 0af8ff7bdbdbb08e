import { describe, expect, it } from 'vitest';
import { changeNoticeAddress } from '../../../electron/change-notice-address.ts';
import { routeOfHash } from '../../../renderer/state/route.ts';
import { changeTarget } from '../../../renderer/state/routes/change-route.ts';
import type { Change } from '../../../shared/change.ts';
import type { NewsGroup, NewsKind } from '../../../shared/change-news.ts';

const LIST = { id: 7, kind: 'playlist', name: 'Road trip', uri: null, imageUrl: null } as const;
const OBSERVED = { id: 90, list: LIST, observedAfterMs: 1, observedBeforeMs: 2, unread: true };
const REMOVED: Change = {
  ...OBSERVED,
  kind: 'item-removed',
  item: {
    uri: 'spotify:local:A+%26+B:x?y=1&z#2:Name:200',
    kind: 'local',
    name: 'Night Bus',
    artists: [],
    album: null,
    imageUrl: null,
  },
  addedBy: null,
  addedAtMs: null,
};
const GONE: Change = { ...OBSERVED, kind: 'playlist-gone' };

const group = (kind: NewsKind, listId: number, count = 1): NewsGroup => ({
  kind,
  list: { id: listId, kind: 'playlist', name: `List ${listId}` },
  byUser: false,
  count,
  songs: count,
  untold: count,
  newestId: 90,
  seenAtMs: 0,
});

const routeOf = (groups: readonly NewsGroup[], newest: readonly Change[] = []) =>
  routeOfHash(changeNoticeAddress({ groups, newest }));

describe('the page that a click on a summary opens', () => {
  it('is the story of the one item, whatever its address is made of', () => {
    expect(routeOf([group('item-removed', 7)], [REMOVED])).toEqual({
      page: 'changes',
      filter: 'all',
      item: 'item' in REMOVED ? REMOVED.item.uri : '',
    });
  });

  it('is the list where the one change is of a playlist, as the feed leads to it', () => {
    expect({ kind: 'list', route: routeOf([group('playlist-gone', 7)], [GONE]) }).toEqual(
      changeTarget(GONE),
    );
  });

  it.each<[string, readonly NewsGroup[], object]>([
    ['one kind in one list', [group('item-removed', 7, 3)], { filter: 'removed', listId: 7 }],
    [
      'one kind in two lists',
      [group('item-removed', 7), group('item-removed', 8)],
      { filter: 'removed' },
    ],
    [
      'artists among what was removed',
      [group('item-removed', 7), group('artist-unfollowed', 8)],
      { filter: 'removed' },
    ],
    [
      'what was greyed out',
      [group('item-unavailable', 7, 2)],
      { filter: 'unavailable', listId: 7 },
    ],
    ['what others added', [group('item-added', 7, 2)], { filter: 'added', listId: 7 }],
    [
      'two kinds in one list',
      [group('item-removed', 7), group('item-added', 7)],
      { filter: 'all', listId: 7 },
    ],
    [
      'two kinds in two lists',
      [group('item-removed', 7), group('item-added', 8)],
      { filter: 'all' },
    ],
    [
      'playlists',
      [group('playlist-gone', 7), group('playlist-returned', 8)],
      { filter: 'playlists' },
    ],
    ['nothing', [], { filter: 'all' }],
  ])('narrows the changes to what they share: %s', (_, groups, route) => {
    expect(routeOf(groups)).toEqual({ page: 'changes', ...route });
  });
});
