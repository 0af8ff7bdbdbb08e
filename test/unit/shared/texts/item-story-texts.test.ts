import { expect, it } from 'vitest';
import type { ItemEvent } from '../../../../shared/history.ts';
import {
  availabilitySentence,
  describeItemEvent,
  editionPhrase,
} from '../../../../shared/texts/item-story-texts.ts';

type ListOfEvent = Extract<ItemEvent, { kind: 'came' }>['list'];

const FORMAT = { locale: 'en-GB', timeZone: 'UTC' };
const NOW_MS = Date.UTC(2026, 10, 21, 15, 20);
const list: ListOfEvent = { id: 7, kind: 'playlist', name: 'Kitchen, loud', uri: null };
const liked = { id: 1, kind: 'saved-tracks', name: '', uri: null } as const;
const artists = { id: 3, kind: 'followed-artists', name: '', uri: null } as const;
const seen = {
  observedAfterMs: Date.UTC(2026, 9, 16, 9, 32),
  observedBeforeMs: Date.UTC(2026, 9, 16, 10, 32),
};
const first = { observedAfterMs: null, observedBeforeMs: Date.UTC(2025, 0, 2, 8) };
const undated = { addedAtMs: null, addedBy: null };
const dated = { addedAtMs: Date.UTC(2021, 2, 12), addedBy: 'harbour.lights' };

it.each<[ItemEvent, string, string]>([
  [
    { kind: 'came', list, ...seen, ...dated },
    'Added to “Kitchen, loud” by harbour.lights',
    'on 12 Mar 2021',
  ],
  [
    { kind: 'came', list: liked, ...seen, ...undated },
    'Added to Liked Songs',
    '16 Oct, between 09:32 and 10:32',
  ],
  [
    { kind: 'came', list, ...first, ...undated },
    'In “Kitchen, loud” already',
    'at the first look, 2 Jan 2025, 08:00',
  ],
  [
    { kind: 'came', list: artists, ...first, ...undated },
    'Followed already',
    'at the first look, 2 Jan 2025, 08:00',
  ],
  [
    { kind: 'went', list, ...seen, observedAfterMs: Date.UTC(2026, 9, 15, 23) },
    'Gone from “Kitchen, loud”',
    'between Thu 15 Oct, 23:00 and Fri 16 Oct, 10:32',
  ],
  [
    { kind: 'went', list: artists, ...seen },
    'No longer followed',
    '16 Oct, between 09:32 and 10:32',
  ],
  [
    { kind: 'list-went', list, ...seen },
    '“Kitchen, loud” left your library, with it',
    '16 Oct, between 09:32 and 10:32',
  ],
  [
    { kind: 'list-came', list, ...seen },
    '“Kitchen, loud” came back, with it',
    '16 Oct, between 09:32 and 10:32',
  ],
  [
    { kind: 'greyed-out', ...first },
    'Unavailable on Spotify already',
    'at the first look, 2 Jan 2025, 08:00',
  ],
  [
    { kind: 'greyed-out', ...seen },
    'Became unavailable on Spotify',
    '16 Oct, between 09:32 and 10:32',
  ],
  [{ kind: 'came-back', ...seen }, 'Available on Spotify again', '16 Oct, between 09:32 and 10:32'],
])('an event is told no more narrowly than it was seen: %#', (event, what, when) => {
  expect(describeItemEvent(event, NOW_MS, FORMAT)).toEqual({ what, when });
});

it('a name without an end does not make a sentence without one', () => {
  const endless = { ...list, name: 'x'.repeat(10_000) };
  const event: ItemEvent = {
    kind: 'came',
    list: endless,
    ...seen,
    addedAtMs: 1,
    addedBy: 'y'.repeat(9_000),
  };
  expect(describeItemEvent(event, NOW_MS, FORMAT).what.length).toBeLessThan(200);
});

it('only what cannot be played is said of availability', () => {
  expect(availabilitySentence('available')).toBeNull();
  expect(availabilitySentence('unknown')).toBeNull();
  expect(availabilitySentence('unavailable')).toBe('Unavailable on Spotify');
  expect(availabilitySentence('missing')).toBe('Not there on Spotify any more');
});

it('another edition is told with why it may do', () => {
  const item = {
    uri: 'spotify:track:x',
    kind: 'track',
    name: 'n',
    artists: [],
    album: null,
    imageUrl: null,
  } as const;
  const edition = { item: { ...item, artists: [] }, isSameAlbum: true, isSaved: true, lists: 3 };
  expect(editionPhrase(edition, FORMAT)).toBe('Same album · In Liked Songs · in 3 lists');
  expect(editionPhrase({ ...edition, isSameAlbum: false, isSaved: false, lists: 1 }, FORMAT)).toBe(
    'in 1 list',
  );
});
