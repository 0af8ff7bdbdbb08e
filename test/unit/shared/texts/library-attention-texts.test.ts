import { expect, it } from 'vitest';
import type { LibraryAttention } from '../../../../shared/attention.ts';
import { describeLibraryAttention } from '../../../../shared/texts/library-attention-texts.ts';
import { complaintsAboutSentences } from './plain-words.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const format = { locale: 'en-GB', timeZone: 'UTC' };
const item = {
  uri: 'spotify:track:1',
  kind: 'track' as const,
  name: 'Lichen',
  artists: ['Northern Greenhouse'],
  album: 'Understory',
  imageUrl: null,
};
const other = { ...item, uri: 'spotify:track:2', album: 'Understory (Deluxe)' };

it.each<[LibraryAttention, string, readonly string[]]>([
  [
    {
      kind: 'unavailable',
      count: 14,
      items: [
        { item, substitute: null },
        { item, substitute: other },
        { item, substitute: { ...other, name: 'Lichen (2020)' } },
      ],
    },
    '14 items became unavailable on Spotify.',
    [
      '“Lichen” by Northern Greenhouse',
      '“Lichen” by Northern Greenhouse: you also have it on “Understory (Deluxe)”',
      '“Lichen” by Northern Greenhouse: you also have it as “Lichen (2020)” on “Understory (Deluxe)”',
      'and 11 more',
    ],
  ],
  [
    { kind: 'playlists-gone', count: 1, names: ['Summer'] },
    '1 playlist is gone from your library.',
    ['“Summer”'],
  ],
  [
    { kind: 'lists-refused', count: 2, names: ['Summer', ' '] },
    'Spotify does not show what is in 2 playlists of yours. What Cratewatch knew of it is kept, and it is tried again.',
    ['“Summer”', '“Untitled playlist”'],
  ],
  [
    { kind: 'history-ends', months: 24, fromMs: Date.UTC(2026, 11, 3, 12) },
    'From Thu 3 Dec on, history older than 2 years is deleted, a day at a time.',
    [],
  ],
  [
    { kind: 'history-ends', months: 6, fromMs: NOW },
    'History older than 6 months is deleted, a day at a time.',
    [],
  ],
])('says what deserves a look: %o', (point, text, lines) => {
  const words = describeLibraryAttention(point, NOW, format);
  expect(words.text).toBe(text);
  expect(words.lines).toEqual(lines);
  expect(complaintsAboutSentences(words.text)).toEqual([]);
});
