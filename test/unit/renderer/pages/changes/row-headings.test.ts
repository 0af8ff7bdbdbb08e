import { describe, expect, it } from 'vitest';
import { rowHeadings } from '../../../../../renderer/pages/changes/row-headings.ts';
import type { Change } from '../../../../../shared/change.ts';
import type { FeedRow } from '../../../../../shared/change-feed.ts';

const DAY_MS = 24 * 3_600_000;
const TODAY_MS = Date.UTC(2026, 10, 21);
const now = TODAY_MS + 15 * 3_600_000;
const format = { locale: 'en-GB', timeZone: 'UTC' };

function row(listId: number, dayStartMs = TODAY_MS, isOfPlaylists = false): FeedRow {
  const change: Change = {
    kind: isOfPlaylists ? 'playlist-gone' : 'playlist-created',
    id: 1,
    list: { id: listId, kind: 'playlist', name: `List ${listId}`, uri: null, imageUrl: null },
    observedAfterMs: dayStartMs,
    observedBeforeMs: dayStartMs + 1,
    unread: false,
  };
  return { kind: 'change', dayStartMs, isOfPlaylists, change, isInGroup: false };
}

describe('the headings of a row', () => {
  it('open the feed with the day and the list', () => {
    expect(rowHeadings(row(1), null, now, format)).toEqual({
      day: 'Today',
      list: 'List 1',
    });
  });

  it.each([
    ['of the same list', row(1), row(1)],
    [
      'of another playlist where both are about playlists',
      row(1, TODAY_MS, true),
      row(2, TODAY_MS, true),
    ],
    ['that is not loaded', row(1), 'unknown' as const],
  ])('are absent below a row %s', (_, below, above) => {
    expect(rowHeadings(below, above, now, format)).toEqual({ day: null, list: null });
  });

  it.each([
    ['another list', row(2), null],
    ['playlists themselves', row(1, TODAY_MS, true), null],
    ['another day', row(1, TODAY_MS + DAY_MS), 'Today'],
  ])('name the list again after %s', (_, above, day) => {
    expect(rowHeadings(row(1), above, now, format)).toEqual({
      day,
      list: 'List 1',
    });
  });

  it('put playlists themselves under no list', () => {
    expect(rowHeadings(row(1, TODAY_MS - DAY_MS, true), null, now, format)).toEqual({
      day: 'Yesterday',
      list: 'Your playlists',
    });
  });
});
