import { describe, expect, it } from 'vitest';
import { rowHeadings } from '../../../../../renderer/pages/changes/row-headings.ts';
import type { Change } from '../../../../../shared/change.ts';

const now = Date.UTC(2026, 10, 21, 15, 20);
const HOUR = 3_600_000;
const format = { locale: 'en-GB', timeZone: 'UTC' };

function moved(listId: number, seenAtMs: number): Change {
  return {
    kind: 'items-moved',
    id: 1,
    list: { id: listId, kind: 'playlist', name: `List ${listId}`, uri: null, imageUrl: null },
    observedAfterMs: seenAtMs - HOUR,
    observedBeforeMs: seenAtMs,
    unread: false,
    count: 2,
  };
}

describe('the headings of a row', () => {
  it('open the feed with the day, the list and when it was observed', () => {
    expect(rowHeadings(moved(1, now), null, now, format)).toEqual({
      day: 'Today',
      list: { name: 'List 1', observed: 'between 14:20 and 15:20' },
    });
  });

  it('are absent below a row of the same list and check', () => {
    expect(rowHeadings(moved(1, now), moved(1, now), now, format)).toEqual({
      day: null,
      list: null,
    });
  });

  it.each([
    ['another list', moved(2, now)],
    ['another check', moved(1, now + HOUR)],
  ])('name the list again after %s', (_, above) => {
    const headings = rowHeadings(moved(1, now), above, now, format);
    expect(headings.day).toBeNull();
    expect(headings.list?.name).toBe('List 1');
  });

  it('name the day again on another day, by the user’s own midnight', () => {
    const before = Date.UTC(2026, 10, 21, 3, 30);
    const after = Date.UTC(2026, 10, 21, 5, 30);
    expect(rowHeadings(moved(1, before), moved(1, after), now, format).day).toBeNull();
    expect(
      rowHeadings(moved(1, before), moved(1, after), now, {
        locale: 'en-GB',
        timeZone: 'America/New_York',
      }).day,
    ).toBe('Yesterday');
  });

  it('put changes of playlists themselves under one heading', () => {
    const gone = (id: number): Change => {
      const { list, observedAfterMs, observedBeforeMs } = moved(id, now);
      return { kind: 'playlist-gone', id, list, observedAfterMs, observedBeforeMs, unread: false };
    };
    expect(rowHeadings(gone(1), null, now, format).list?.name).toBe('Your playlists');
    expect(rowHeadings(gone(2), gone(1), now, format).list).toBeNull();
  });

  it('wait until the row above is known', () => {
    expect(rowHeadings(moved(1, now), 'unknown', now, format)).toEqual({ day: null, list: null });
  });
});
