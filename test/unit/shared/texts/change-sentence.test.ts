import { describe, expect, it } from 'vitest';
import type { Change, ChangeKind } from '../../../../shared/change.ts';
import { changeByline, changeName } from '../../../../shared/texts/change-line-texts.ts';
import {
  CHANGE_LABELS,
  describeChange,
  observedPhrase,
} from '../../../../shared/texts/change-sentence.ts';

const at = Date.UTC(2026, 10, 21, 15, 2);
const base = {
  id: 1,
  list: { id: 2, kind: 'playlist', name: 'Late Night', uri: null, imageUrl: null },
  observedAfterMs: at - 3_600_000,
  observedBeforeMs: at,
  unread: true,
} as const;
const item = {
  uri: 'spotify:track:1',
  kind: 'track',
  name: 'Night Bus',
  artists: ['Mara Lind', 'Ola Brandt'],
  album: 'Slow',
  imageUrl: null,
} as const;
const ofItem = {
  ...base,
  item: { ...item, artists: [...item.artists] },
  addedBy: null,
  addedAtMs: null,
};

const ROWS: {
  readonly [K in ChangeKind]: readonly [
    change: Extract<Change, { kind: K }>,
    title: string,
    detail: string,
    name: string,
    byline: string,
  ];
} = {
  'item-added': [
    { kind: 'item-added', ...ofItem, addedBy: 'harbour' },
    'Added “Night Bus” by Mara Lind, Ola Brandt',
    'in Late Night',
    'Night Bus',
    'Mara Lind, Ola Brandt · Slow · added by harbour',
  ],
  'item-removed': [
    { kind: 'item-removed', ...ofItem },
    'Removed “Night Bus” by Mara Lind, Ola Brandt',
    'from Late Night',
    'Night Bus',
    'Mara Lind, Ola Brandt · Slow',
  ],
  'item-unavailable': [
    { kind: 'item-unavailable', ...ofItem },
    'No longer available: “Night Bus” by Mara Lind, Ola Brandt',
    'in Late Night',
    'Night Bus',
    'Mara Lind, Ola Brandt · Slow',
  ],
  'item-available': [
    { kind: 'item-available', ...ofItem },
    'Available again: “Night Bus” by Mara Lind, Ola Brandt',
    'in Late Night',
    'Night Bus',
    'Mara Lind, Ola Brandt · Slow',
  ],
  'item-renamed': [
    {
      kind: 'item-renamed',
      ...ofItem,
      before: { name: 'Night Train', artists: [...item.artists], album: 'Slower' },
    },
    'Renamed “Night Bus” by Mara Lind, Ola Brandt',
    'before: Night Train, Slower',
    'Night Bus',
    'before: Night Train, Slower',
  ],
  'artist-followed': [
    { kind: 'artist-followed', ...ofItem },
    'Followed “Night Bus”',
    'in Late Night',
    'Night Bus',
    '',
  ],
  'artist-unfollowed': [
    { kind: 'artist-unfollowed', ...ofItem },
    'No longer followed: “Night Bus”',
    'in Late Night',
    'Night Bus',
    '',
  ],
  'items-moved': [
    { kind: 'items-moved', ...base, count: 1_200 },
    '1,200 items moved',
    'in Late Night',
    '1,200 items',
    'in a new order',
  ],
  'playlist-created': [
    { kind: 'playlist-created', ...base },
    'New playlist “Late Night”',
    'in your playlists',
    'Late Night',
    '',
  ],
  'playlist-gone': [
    { kind: 'playlist-gone', ...base },
    'Playlist “Late Night” is gone',
    'from your playlists',
    'Late Night',
    '',
  ],
  'playlist-returned': [
    { kind: 'playlist-returned', ...base },
    'Playlist “Late Night” is back',
    'in your playlists',
    'Late Night',
    '',
  ],
  'playlist-renamed': [
    { kind: 'playlist-renamed', ...base, before: 'Early', after: 'Late Night' },
    'Playlist “Late Night” has a new name',
    '“Early” is now “Late Night”',
    'Late Night',
    'before: Early',
  ],
  'playlist-described': [
    { kind: 'playlist-described', ...base, before: 'a', after: ' ' },
    'Playlist “Late Night” has a new description',
    'The description was removed',
    'Late Night',
    'The description was removed',
  ],
  'playlist-cover': [
    { kind: 'playlist-cover', ...base },
    'Playlist “Late Night” has a new cover',
    'in your playlists',
    'Late Night',
    '',
  ],
  'playlist-visibility': [
    { kind: 'playlist-visibility', ...base, isPublic: false },
    'Playlist “Late Night” is private now',
    'in your playlists',
    'Late Night',
    'It is private now',
  ],
  'playlist-collaborative': [
    { kind: 'playlist-collaborative', ...base, isCollaborative: true },
    'Others can change playlist “Late Night” now',
    'in your playlists',
    'Late Night',
    'Others can change it now',
  ],
};

const format = { locale: 'en-GB', timeZone: 'UTC' };

describe('a change in words', () => {
  it.each(Object.entries(ROWS))('%s', (kind, [change, title, detail, name, byline]) => {
    expect(describeChange(change, format)).toEqual({ title, detail });
    expect(changeName(change, format)).toBe(name);
    expect(changeByline(change).join(' · ')).toBe(byline);
    expect(CHANGE_LABELS[change.kind]).not.toBe('');
    expect(change.kind).toBe(kind);
  });

  it('tells the window in which it was observed, and nothing narrower', () => {
    expect(observedPhrase(ROWS['item-added'][0], at, format)).toBe('between 14:02 and 15:02');
  });

  it('calls saved tracks what Spotify calls them, whatever name is stored', () => {
    const list = { ...base.list, kind: 'saved-tracks', name: 'x' } as const;
    expect(describeChange({ kind: 'item-added', ...ofItem, list }).detail).toBe('in Liked Songs');
  });

  it('has words for an item without a name or artist', () => {
    const nameless = { ...ofItem.item, name: ' \n ', artists: ['', ' '], kind: 'local' } as const;
    const change: Change = {
      kind: 'item-removed',
      ...ofItem,
      item: { ...nameless, artists: [...nameless.artists] },
    };
    expect(describeChange(change).title).toBe('Removed “Untitled local file”');
  });

  it('keeps a right-to-left name from turning the sentence around', () => {
    const change: Change = {
      kind: 'item-removed',
      ...ofItem,
      item: { ...ofItem.item, name: 'أغنية', artists: ['שיר'] },
    };
    expect(describeChange(change).title).toBe('Removed “\u2068أغنية\u2069” by \u2068שיר\u2069');
  });

  it('puts a name with line breaks on one line', () => {
    const change: Change = {
      kind: 'item-added',
      ...ofItem,
      item: { ...ofItem.item, name: 'a\n\tb', artists: [] },
    };
    expect(describeChange(change).title).toBe('Added “a b”');
  });
});
