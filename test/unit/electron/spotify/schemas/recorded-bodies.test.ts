import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ListEntry } from '../../../../../electron/spotify/catalogue.ts';
import { classifyResponse } from '../../../../../electron/spotify/classify-response.ts';
import { parseBooleans } from '../../../../../electron/spotify/schemas/booleans.ts';
import {
  parseCatalogueItem,
  parseItemAskedFor,
} from '../../../../../electron/spotify/schemas/catalogue-item.ts';
import { parseFollowedArtists } from '../../../../../electron/spotify/schemas/followed-artists.ts';
import {
  parseAudiobookEntry,
  parseEntryOf,
} from '../../../../../electron/spotify/schemas/list-entry.ts';
import { parsePage } from '../../../../../electron/spotify/schemas/page.ts';
import {
  parsePlaylistSummary,
  parsePlaylistWithItems,
} from '../../../../../electron/spotify/schemas/playlist.ts';
import { parseProfile } from '../../../../../electron/spotify/schemas/profile.ts';
import {
  hasRecordedPayloads,
  recorded,
  recordedNames,
  recordedText,
} from '../recorded-payloads.ts';
import { RECORDED_LISTS, RECORDED_OBJECTS } from './recorded-lists.ts';

const rowsOf = (name: string, parse: (value: unknown) => ListEntry | null): readonly ListEntry[] =>
  parsePage(recorded(name), 0, parse)?.entries ?? [];

/** Everything in a body, at any depth, that has a type and a URI. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inside = Object.values(value).flatMap(objectsIn);
  const own = z.looseObject({ type: z.string(), uri: z.string() }).safeParse(value);
  return own.success ? [own.data, ...inside] : inside;
}

describe.skipIf(!hasRecordedPayloads)('a recorded body', () => {
  it.each(RECORDED_LISTS)('$name is taken without loss of a row', ({ name, parse, rows }) => {
    const count = rows(recorded(name))?.length ?? 0;
    const page = parse(recorded(name));
    expect(count).toBeGreaterThan(0);
    expect(page?.entries).toHaveLength(count);
    expect(page).toMatchObject({ total: expect.any(Number), dropped: 0 });
    const next = name === 'followed_artists' ? expect.stringMatching(/^\w{22}$/) : count;
    expect(page?.next).toEqual((page?.total ?? 0) > count ? next : null);
  });

  it.each(['saved_tracks', 'playlist_items', 'playlist_1', 'playlist_2', 'playlist_3'])(
    '%s names every item, its artists and its date',
    (name) => {
      const body = recorded(name);
      const page = parsePlaylistWithItems(body)?.firstPage ?? null;
      const entries = page?.entries ?? rowsOf(name, parseEntryOf('track'));
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) {
        expect(entry.item?.name).not.toBe('');
        expect(entry.item?.uri).toMatch(/^spotify:(track|episode|local):/);
        expect(entry.item?.artists.length).toBeGreaterThan(0);
        expect(entry.item?.durationMs).toBeGreaterThan(0);
        expect(entry.addedAtMs).toBeGreaterThan(Date.UTC(2008, 0));
      }
    },
  );

  it('of a playlist holds the local file and the episode that are in it', () => {
    const kinds = (name: string) =>
      (parsePlaylistWithItems(recorded(name))?.firstPage.entries ?? []).map(
        (entry) => entry.item?.kind,
      );
    expect(kinds('playlist_2')).toContain('local');
    expect(kinds('playlist_3')).toEqual(['track', 'track', 'episode']);
  });

  it('of the saved albums keeps the place of the one that is null', () => {
    const rows = rowsOf('saved_albums', parseEntryOf('album'));
    const gone = rows.flatMap(({ item }, index) => (item === null ? [index] : []));
    expect(gone).toEqual([12]);
    for (const { item, addedAtMs } of rows.filter((row) => row.item !== null)) {
      expect(item).toMatchObject({ kind: 'album', album: null, isrc: null, durationMs: null });
      expect(item?.uri).toMatch(/^spotify:album:\w{22}$/);
      expect(item?.artists.join('')).not.toBe('');
      expect(item?.imageUrl).toMatch(/^https:/);
      // Recorded from 1998 on: Spotify gives some the date of the album itself.
      expect(addedAtMs).toBeGreaterThan(0);
    }
  });

  it('of the saved shows names each show and its publisher', () => {
    for (const { item, addedAtMs } of rowsOf('saved_shows', parseEntryOf('show'))) {
      expect(item).toMatchObject({ kind: 'show', artists: [expect.stringMatching(/./)] });
      expect(item?.name).not.toBe('');
      expect(addedAtMs).not.toBeNull();
    }
  });

  it('of the saved episodes keeps the date of the one of which only nulls are left', () => {
    const [shell, episode] = rowsOf('saved_episodes', parseEntryOf('episode'));
    expect(shell).toEqual({
      addedAtMs: Date.UTC(2024, 5, 7, 15, 8, 30),
      addedBy: null,
      item: null,
    });
    expect(episode?.item).toMatchObject({
      kind: 'episode',
      artists: ['Taskmaster The Podcast'],
      availability: 'available',
    });
  });

  it('of the saved audiobooks has authors, and no dates', () => {
    expect(rowsOf('saved_audiobooks', parseAudiobookEntry)).toMatchObject([
      { addedAtMs: null, item: { kind: 'audiobook', artists: ['Anya Niewierra'] } },
      { addedAtMs: null, item: { kind: 'audiobook', artists: ['Frank Herbert'] } },
    ]);
  });

  it('of the followed artists goes on at the cursor, also where only `next` names it', () => {
    const body = z.object({ artists: z.looseObject({}) }).parse(recorded('followed_artists'));
    const page = parseFollowedArtists(body, null);
    const { cursors: _, ...withoutCursors } = body.artists;
    expect(parseFollowedArtists({ artists: withoutCursors }, null)).toEqual(page);
    for (const artist of page?.entries ?? []) {
      expect(artist).toMatchObject({
        kind: 'artist',
        artists: [],
        name: expect.stringMatching(/./),
      });
      expect(artist.uri).toMatch(/^spotify:artist:\w{22}$/);
    }
  });

  it('of an artist tells each release apart', () => {
    const list = RECORDED_LISTS.find(({ name }) => name === 'artist_albums');
    for (const release of list?.parse(recorded('artist_albums'))?.entries ?? []) {
      expect(release).toMatchObject({
        uri: expect.stringMatching(/^spotify:album:\w{22}$/),
        name: expect.stringMatching(/./),
        kind: expect.stringMatching(/^(album|single|compilation|appears-on)$/),
        artists: expect.arrayContaining([expect.stringMatching(/./)]),
        releaseDate: expect.stringMatching(/^\d{4}/),
        itemsTotal: expect.any(Number),
        imageUrl: expect.stringMatching(/^https:/),
      });
    }
  });

  it.each(RECORDED_OBJECTS)('$name is one $kind', ({ name, kind }) => {
    const { id, uri } = z.object({ id: z.string(), uri: z.string() }).parse(recorded(name));
    const item = parseItemAskedFor(recorded(name), kind, id);
    expect(item).toMatchObject({ kind, uri, name: expect.stringMatching(/./) });
    expect(item?.imageUrl).toMatch(/^https:/);
    expect(item?.artists).toHaveLength(kind === 'artist' ? 0 : 1);
  });

  it('of whichever kind holds no object that could not be an item', () => {
    const kinds = new Map<string, number>();
    for (const name of recordedNames()) {
      for (const { id, name: called, type, uri } of objectsIn(recorded(name))) {
        if (['audio_features', 'collection', 'playlist', 'user'].includes(String(type))) {
          continue;
        }
        // A chapter is an episode by its own URI, and nothing here asks for one.
        const kind = id === null ? 'local' : type === 'chapter' ? 'episode' : type;
        const shown = typeof called === 'string' ? called : '';
        expect(parseCatalogueItem({ id, name: called, type, uri })).toMatchObject({
          kind,
          uri,
          name: shown,
        });
        kinds.set(String(kind), (kinds.get(String(kind)) ?? 0) + 1);
      }
    }
    expect([...kinds.keys()].sort()).toEqual(
      ['album', 'artist', 'audiobook', 'episode', 'local', 'show', 'track'].sort(),
    );
  });

  it('of what the library contains answers for each URI', () => {
    expect(parseBooleans(recorded('library_contains'), 2)).toEqual([false, false]);
  });

  it('of a playlist just made is a playlist', () => {
    expect(parsePlaylistSummary(recorded('new_playlist'))).toMatchObject({
      name: 'New Playlist',
      itemsTotal: 0,
    });
  });

  it('of the profile names the account', () => {
    expect(parseProfile(recorded('current_user'))).toMatchObject({
      accountKey: expect.stringMatching(/^\d+$/),
      country: 'NL',
    });
  });

  it.each([
    ['playlist_not_found', 404, { kind: 'not-found' }],
    ['rate_limit', 429, { kind: 'cool-down', cause: { reason: 'rate-limited' } }],
  ])('%s is understood', (name, status, expected) => {
    const answer = {
      kind: 'answer',
      status,
      headers: new Map(),
      body: recordedText(name),
    } as const;
    expect(classifyResponse(answer, 0)).toMatchObject(expected);
  });
});
