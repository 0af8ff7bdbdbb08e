import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ListKind } from '../../../../shared/change.ts';
import { KINDS_OF_NEWS, type NewsGroup, type NewsKind } from '../../../../shared/change-news.ts';
import { changeNoticeTexts } from '../../../../shared/texts/change-notice-texts.ts';
import { everyChange } from './every-change.ts';
import { FORMAT, NOW_MS } from './every-state.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

const NAMES = { item: 'Night Bus', artists: ['Mara Lind', 'Ola Brandt'], list: 'Road trip' };

interface Some {
  readonly count?: number;
  readonly songs?: number;
  readonly kind?: ListKind;
  readonly name?: string;
  readonly seenAtMs?: number;
}

function group(kind: NewsKind, listId: number, some: Some = {}): NewsGroup {
  const count = some.count ?? 1;
  return {
    kind,
    list: { id: listId, kind: some.kind ?? 'playlist', name: some.name ?? `List ${listId}` },
    byUser: false,
    count,
    songs: some.songs ?? count,
    untold: count,
    newestId: 1,
    seenAtMs: some.seenAtMs ?? NOW_MS,
  };
}

function one(kind: Change['kind'], names = NAMES): Change {
  const change = everyChange(names).find((each) => each.kind === kind);
  if (change === undefined) throw new Error(`No such change: ${kind}`);
  return change;
}

const texts = (groups: readonly NewsGroup[], newest: readonly Change[] = []) =>
  changeNoticeTexts({ groups, newest }, 'spotify', NOW_MS, FORMAT);

describe('the summary of one change', () => {
  it.each<[NewsKind, string, string]>([
    ['playlist-gone', 'Playlist “Road trip” is gone', ''],
    ['item-removed', '“Night Bus” left “Road trip”', 'By Mara Lind, Ola Brandt. '],
    ['item-unavailable', '“Night Bus” can no longer be played', 'By Mara Lind, Ola Brandt. '],
    ['artist-unfollowed', '“Night Bus” is no longer followed', 'By Mara Lind, Ola Brandt. '],
    ['item-added', '“Night Bus” was added to “Road trip”', 'By Mara Lind, Ola Brandt. '],
    ['item-available', '“Night Bus” can be played again', 'By Mara Lind, Ola Brandt. '],
    ['playlist-returned', 'Playlist “Road trip” is back', ''],
    ['playlist-visibility', 'Playlist “Road trip” is public now', ''],
    ['playlist-collaborative', 'Others can no longer change playlist “Road trip”', ''],
  ])('names it: %s', (kind, title, by) => {
    expect(texts([group(kind, 2, { name: 'Road trip' })], [one(kind)])).toEqual({
      title,
      body: `${by}It happened between 11:00 and 12:00.`,
    });
  });

  it('says who added something', () => {
    const added: Change = { ...one('item-added'), addedBy: 'olabrandt' } as Change;
    expect(texts([group('item-added', 2)], [added]).body).toBe(
      'By Mara Lind, Ola Brandt. Added by olabrandt. It happened between 11:00 and 12:00.',
    );
  });
});

describe('the summary of several changes', () => {
  it.each<[string, readonly NewsGroup[], string, string]>([
    [
      'of one kind in one list',
      [group('item-removed', 1, { count: 12, name: 'Road trip' })],
      '12 songs left “Road trip”',
      '“Night Bus” and 11 more.',
    ],
    [
      'of one kind in two lists',
      [group('item-removed', 1, { count: 3 }), group('item-removed', 2, { count: 2 })],
      '5 songs left 2 playlists',
      '3 from “List 1”, 2 from “List 2”.',
    ],
    [
      'of one kind in many lists',
      [1, 2, 3, 4].map((id) => group('item-unavailable', id, { count: 5 - id })),
      '10 songs in 4 playlists can no longer be played',
      '4 in “List 1”, 3 in “List 2”, 3 in 2 others.',
    ],
    [
      'of what others added to two lists',
      [group('item-added', 1, { count: 3 }), group('item-added', 2)],
      '4 songs were added to 2 playlists',
      '3 to “List 1”, 1 to “List 2”.',
    ],
    [
      'in Liked Songs and a playlist',
      [
        group('item-removed', 1, { count: 2, kind: 'saved-tracks', name: '' }),
        group('item-removed', 2),
      ],
      '3 songs left 2 lists',
      '2 from “Liked Songs”, 1 from “List 2”.',
    ],
    [
      'of albums',
      [group('item-removed', 1, { count: 2, songs: 0, kind: 'saved-albums', name: '' })],
      '2 albums left “Saved albums”',
      '“Night Bus” and 1 more.',
    ],
    [
      'of songs and episodes',
      [group('item-removed', 1, { count: 2, songs: 1 })],
      '2 items left “List 1”',
      '“Night Bus” and 1 more.',
    ],
    [
      'of playlists',
      [1, 2, 3, 4, 5].map((id) => group('playlist-gone', id, { songs: 0 })),
      '5 playlists are gone',
      '“List 1”, “List 2”, “List 3” and 2 more.',
    ],
    [
      'of one playlist that was made private, public and private again',
      [group('playlist-visibility', 1, { count: 2, songs: 0, name: 'Road trip' })],
      'Playlist “Road trip” was made public or private',
      'It happened 2 times, the last time between 11:00 and 12:00.',
    ],
    [
      'of playlists of which one changed more often than the others',
      [
        group('playlist-visibility', 1, { count: 4, songs: 0 }),
        ...[2, 3, 4].map((id) => group('playlist-visibility', id, { songs: 0 })),
      ],
      '4 playlists were made public or private',
      '“List 1”, “List 2”, “List 3” and 1 more.',
    ],
    [
      'of two playlists of which one came and went',
      [
        group('playlist-gone', 1, { count: 2, songs: 0 }),
        group('playlist-returned', 1, { count: 2, songs: 0 }),
        group('playlist-returned', 2, { songs: 0 }),
      ],
      'Playlist “List 1” is gone',
      'It happened 2 times, the last time between 11:00 and 12:00. 2 playlists are back.',
    ],
    [
      'of several kinds, what vanished first',
      [
        group('item-removed', 1, { count: 3 }),
        group('item-added', 1),
        group('item-available', 2, { count: 2 }),
        group('playlist-returned', 3),
        group('playlist-visibility', 4),
      ],
      '3 songs left “List 1”',
      '“Night Bus” and 2 more. 1 song was added to “List 1”. 2 songs in “List 2” can be played again. And 2 more changes.',
    ],
    [
      'of two kinds, one each',
      [
        group('playlist-gone', 1, { songs: 0, name: 'Road trip' }),
        group('playlist-collaborative', 2),
      ],
      'Playlist “Road trip” is gone',
      'Who may change “List 2” is different now.',
    ],
  ])('%s', (_, groups, title, body) => {
    const [first] = groups;
    expect(texts(groups, first === undefined ? [] : [one(first.kind)])).toEqual({ title, body });
  });

  it('says since when where it is not of this moment', () => {
    const since = (agoMs: number) =>
      texts([group('playlist-gone', 1, { count: 2, seenAtMs: NOW_MS - agoMs })]).body;
    expect(since(60_000)).not.toContain('Since');
    expect(since(3_600_000)).toMatch(/ Since 11:00\.$/);
    expect(since(86_400_000)).toMatch(/ Since yesterday at 12:00\.$/);
    expect(since(5 * 86_400_000)).toMatch(/ Since Mon 16 Nov at 12:00\.$/);
    // A clock that was set back.
    expect(since(-86_400_000)).not.toContain('Since');
  });

  it('of the sample library says that it is one', () => {
    const { body } = changeNoticeTexts(
      { groups: [group('playlist-gone', 1)], newest: [one('playlist-gone')] },
      'sample',
      NOW_MS,
      FORMAT,
    );
    expect(body).toMatch(/ This is the sample library\.$/);
  });
});

it('is plain, short and whole, whatever the names and numbers are', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom(
      'א'.repeat(300),
      '\u202Eevil\u2067',
      '👩‍🎤'.repeat(90),
      '',
      '\n\t',
      'a\u0301'.repeat(99),
    ),
  );
  const anyGroup = fc.record({
    kind: fc.constantFrom(...KINDS_OF_NEWS),
    listId: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 20_000 }),
    name,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyGroup, {
        minLength: 1,
        maxLength: 12,
        selector: ({ kind, listId }) => `${kind} ${listId}`,
      }),
      name,
      fc.array(name, { maxLength: 30 }),
      (some, item, artists) => {
        const order: readonly string[] = KINDS_OF_NEWS;
        const groups = some
          .map(({ kind, listId, ...rest }) => group(kind, listId, rest))
          .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
        const [first] = groups;
        const list = first?.list.name ?? '';
        const newest = first === undefined ? [] : [one(first.kind, { item, artists, list })];
        const { title, body } = texts(groups, newest);
        const length = (text: string) => [...new Intl.Segmenter('en').segment(text)].length;
        expect(length(title)).toBeLessThanOrEqual(120);
        expect(length(body)).toBeLessThanOrEqual(480);
        for (const text of [title, body]) {
          expect(text).not.toMatch(/[\n\t\u202A-\u202E\u2066\u2067]|undefined|NaN| {2}|^ | $/);
          expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
          expect(text, 'half a character').not.toMatch(/\p{Cs}/u);
        }
      },
    ),
  );
});

it('keeps to the plain words of the house', () => {
  for (const kind of KINDS_OF_NEWS) {
    for (const groups of [[group(kind, 1)], [group(kind, 1, { count: 3 }), group(kind, 2)]]) {
      const { title, body } = texts(groups, [one(kind)]);
      expect(complaintsAboutHeadline(title)).toEqual([]);
      expect(complaintsAboutSentences(body)).toEqual([]);
    }
  }
});
