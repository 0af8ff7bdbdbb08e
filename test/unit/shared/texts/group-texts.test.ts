import { expect, it } from 'vitest';
import type { Change, ChangeKind } from '../../../../shared/change.ts';
import { CHANGE_KINDS } from '../../../../shared/change.ts';
import { groupNames, groupTitle, spokenGroup } from '../../../../shared/texts/group-texts.ts';
import { shortWindow } from '../../../../shared/texts/time-phrases.ts';
import { FORMAT } from './every-state.ts';

const list = { id: 1, kind: 'playlist', name: 'Road trip', uri: null, imageUrl: null } as const;
const saved = { ...list, kind: 'saved-tracks' } as const;

it.each<[ChangeKind, string]>([
  ['item-added', '1,204 added to “Road trip”'],
  ['item-removed', '1,204 removed from “Road trip”'],
  ['item-unavailable', '1,204 no longer available in “Road trip”'],
  ['artist-unfollowed', '1,204 artists no longer followed'],
  ['playlist-gone', '1,204 playlists gone'],
])('many of one kind in a line: %s', (change, title) => {
  expect(groupTitle({ change, count: 1_204, list }, FORMAT)).toBe(title);
});

it('has a line for every kind, and calls saved tracks what Spotify calls them', () => {
  for (const change of CHANGE_KINDS) {
    expect(groupTitle({ change, count: 7, list }, FORMAT)).toMatch(/\b7\b/);
  }
  expect(groupTitle({ change: 'item-added', count: 9, list: saved })).toBe(
    '9 added to “Liked Songs”',
  );
});

it('names the newest few and counts the others', () => {
  const newest = ['Night Bus', 'Kite'].map(
    (name, index): Change => ({
      kind: 'playlist-gone',
      id: index,
      list: { ...list, name },
      observedAfterMs: 0,
      observedBeforeMs: 1,
      unread: false,
    }),
  );
  expect(groupNames({ newest, count: 36 }, FORMAT)).toBe('Night Bus, Kite and 34 more');
  expect(groupNames({ newest, count: 2 }, FORMAT)).toBe('Night Bus, Kite');
});

it('says a group with what is new in it and when it was seen', () => {
  const observedBeforeMs = Date.UTC(2026, 10, 21, 15);
  const group = {
    kind: 'group' as const,
    key: 'k',
    dayStartMs: 0,
    isOfPlaylists: false,
    change: 'item-added' as const,
    list,
    count: 37,
    unread: 12,
    observedAfterMs: observedBeforeMs - 3_600_000,
    observedBeforeMs,
    isOpen: false,
    newest: [],
  };
  const utc = { locale: 'en-GB', timeZone: 'UTC' };
  const told = '37 added to “Road trip”';
  expect(spokenGroup(group, observedBeforeMs, utc)).toBe(
    `${told}, 12 new, between 14:00 and 15:00`,
  );
  expect(spokenGroup({ ...group, unread: 0 }, observedBeforeMs, utc)).toBe(
    `${told}, between 14:00 and 15:00`,
  );
});

it('a window is short beside the heading of its day, and never narrower than what is known', () => {
  const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 21, hour, minute);
  const utc = { locale: 'en-GB', timeZone: 'UTC' };
  expect(shortWindow(at(14), at(15), utc)).toBe('14:00–15:00');
  expect(shortWindow(at(14), at(14), utc)).toBe('14:00');
  expect(shortWindow(at(-2), at(7, 5), utc)).toBe('until 07:05');
});
