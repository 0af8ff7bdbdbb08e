import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import {
  ALL_SCOPES,
  type ApiGet,
  refusalOf,
  signedIn,
  startSample,
  WITH_COLLECTIONS,
} from './signed-in-sample.ts';

interface Thing {
  readonly id: string | null;
  readonly uri: string | null;
  readonly name: string | null;
  readonly type: string;
  readonly is_playable?: boolean;
  readonly restrictions?: { readonly reason: string };
}
interface Row {
  readonly added_at: string;
  readonly album?: Thing & { tracks: { items: Thing[]; total: number } };
  readonly show?: Thing;
  readonly episode?: Thing;
}
interface Page<T> {
  readonly items: (T | null)[];
  readonly total: number;
  readonly next: string | null;
}
type Artists = { artists: Page<Thing> & { cursors: { after: string | null } } };

let service: SampleService;
let get: ApiGet;

beforeEach(async () => {
  ({ service } = await startSample({ library: WITH_COLLECTIONS }));
  get = await signedIn(service);
});
afterEach(() => service.close());

async function read<T>(path: string): Promise<T> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

function seconds(ms: number | null): string | null {
  return ms === null ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

describe('access', () => {
  it.each([
    ['/me/albums', ['user-library-read']],
    ['/me/shows', ['user-library-read']],
    ['/me/episodes', ['user-library-read', 'user-read-playback-position']],
    ['/me/audiobooks', ['user-library-read']],
    ['/me/following?type=artist', ['user-follow-read']],
  ])('to %s needs each of %j and nothing more', async (path, scopes) => {
    expect((await (await signedIn(service, scopes.join(' ')))(path)).status).toBe(200);
    for (const scope of scopes) {
      const others = ALL_SCOPES.split(' ').filter((name) => name !== scope);
      const poor = await signedIn(service, others.join(' '));
      expect(await refusalOf(poor, path)).toBe('403 Insufficient client scope');
    }
  });

  it.each(['albums', 'shows', 'episodes', 'audiobooks', 'following?type=artist'])(
    'to /me/%s is by pages of 1 … 50',
    async (list) => {
      const by = list.includes('?') ? '&' : '?';
      for (const limit of ['0', '51', '-1', 'many', '']) {
        expect((await get(`/me/${list}${by}limit=${limit}`)).status).toBe(400);
      }
      for (const limit of [1, 50]) {
        expect((await get(`/me/${list}${by}limit=${limit}`)).status).toBe(200);
      }
    },
  );
});

describe('saved albums', () => {
  it('come in their own order, whole, with what is gone as null', async () => {
    const { savedAlbums } = service.library.snapshot();
    const first = await read<Page<Row>>('/me/albums?limit=50');
    const second = await read<Page<Row>>('/me/albums?limit=50&offset=50');
    expect(first.total).toBe(90);
    expect(
      [...first.items, ...second.items].map(
        (row) => row && { uri: row.album?.uri, name: row.album?.name, at: row.added_at },
      ),
    ).toEqual(
      savedAlbums.map(({ uri, name, addedAtMs, gone }) =>
        gone ? null : { uri, name, at: seconds(addedAtMs) },
      ),
    );
    expect(second.items.concat(first.items).filter((row) => row === null)).toHaveLength(1);
    const dates = first.items.flatMap((row) => row?.added_at ?? []);
    expect(dates).not.toEqual(dates.toSorted().toReversed());
  });

  it('hold their tracks', async () => {
    const { items } = await read<Page<Row>>('/me/albums?limit=5');
    for (const row of items) {
      expect(row?.album?.tracks.items).toHaveLength(row?.album?.tracks.total ?? -1);
      expect(row?.album?.tracks.items.every((track) => track?.type === 'track')).toBe(true);
    }
  });

  it('tell that they cannot be played only where a market was asked for', async () => {
    const [uri] = service.library.snapshot().savedAlbums.map((entry) => entry.uri);
    service.library.setPlayable(uri ?? '', false);
    const first = async (query: string) =>
      (await read<Page<Row>>(`/me/albums${query}`)).items[0]?.album;
    expect(await first('')).not.toHaveProperty('restrictions');
    expect((await first('?market=NL'))?.restrictions).toEqual({ reason: 'market' });
    service.library.setPlayable(uri ?? '', true);
    expect(await first('?market=NL')).not.toHaveProperty('restrictions');
  });
});

describe('saved shows', () => {
  it('come with a date, and without the publisher that is gone by now', async () => {
    const { savedShows } = service.library.snapshot();
    const { items, total } = await read<Page<Row>>('/me/shows?limit=50');
    expect(total).toBe(12);
    expect(items.map((row) => [row?.show?.uri, row?.added_at])).toEqual(
      savedShows.map(({ uri, addedAtMs }) => [uri, seconds(addedAtMs)]),
    );
    expect(items[0]?.show).not.toHaveProperty('publisher');
    service.behaviour.legacyFieldNames = true;
    expect((await read<Page<Row>>('/me/shows')).items[0]?.show).toHaveProperty('publisher');
  });

  it('hold the audiobooks as well where that is switched on, as recorded', async () => {
    service.behaviour.audiobooksAmongShows = true;
    const { savedAudiobooks } = service.library.snapshot();
    const { items, total } = await read<Page<Row>>('/me/shows?limit=50');
    expect(total).toBe(17);
    expect(items.slice(12).map((row) => [row?.show?.type, row?.show?.uri])).toEqual(
      savedAudiobooks.map(({ uri }) => ['show', uri]),
    );
  });
});

describe('saved episodes', () => {
  it('come with their show, and what is gone as an object in which all is null', async () => {
    const { savedEpisodes } = service.library.snapshot();
    const { items } = await read<Page<Row>>('/me/episodes?limit=50');
    expect(items.map((row) => [row?.episode?.uri, row?.episode?.name, row?.added_at])).toEqual(
      savedEpisodes.map(({ uri, name, addedAtMs, gone }) =>
        gone ? [null, null, seconds(addedAtMs)] : [uri, name, seconds(addedAtMs)],
      ),
    );
  });

  it('tell whether they can be played, also where no market was asked for', async () => {
    const uri = service.library.saveEpisode();
    const first = async () => (await read<Page<Row>>('/me/episodes')).items[0]?.episode;
    expect(await first()).toMatchObject({ uri, is_playable: true });
    service.library.setPlayable(uri, false);
    expect(await first()).toMatchObject({ uri, is_playable: false });
  });
});

describe('saved audiobooks', () => {
  it('come bare, without a date, under the URI of a show', async () => {
    const { items } = await read<Page<Thing>>('/me/audiobooks');
    const { savedAudiobooks } = service.library.snapshot();
    expect(items.map((book) => [book?.uri, book?.name, book?.type])).toEqual(
      savedAudiobooks.map(({ uri, name }) => [uri, name, 'audiobook']),
    );
    expect(items[0]?.uri).toMatch(/^spotify:show:/);
    expect(items[0]).not.toHaveProperty('added_at');
  });
});

describe('followed artists', () => {
  it('come below `artists`, by a cursor that is the last of the page', async () => {
    const { artists } = await read<Artists>('/me/following?type=artist&limit=25');
    expect(artists.total).toBe(60);
    expect(artists.cursors.after).toBe(artists.items.at(-1)?.id);
    expect(artists.next).toContain(`after=${artists.cursors.after}`);
    const last = await read<Artists>(
      `/me/following?type=artist&limit=50&after=${artists.cursors.after}`,
    );
    expect(last.artists).toMatchObject({ next: null, cursors: { after: null } });
    expect([...artists.items, ...last.artists.items].map((artist) => artist?.uri)).toEqual(
      service.library.snapshot().followedArtists.map((artist) => artist.uri),
    );
  });

  it('lead on where the artist of the cursor is no longer followed', async () => {
    const uris = service.library.snapshot().followedArtists.map((artist) => artist.uri);
    const { artists } = await read<Artists>('/me/following?type=artist&limit=10');
    service.library.unfollowArtist(uris[9] ?? '');
    const after = await read<Artists>(
      `/me/following?type=artist&limit=5&after=${artists.cursors.after}`,
    );
    expect(after.artists.items.map((artist) => artist?.uri)).toEqual(uris.slice(10, 15));
  });

  it.each(['', '?type=user', '?type=artist&after=nobody'])(
    'cannot be read by %j',
    async (query) => {
      expect((await get(`/me/following${query}`)).status).toBe(400);
    },
  );
});

describe('library contains', () => {
  const contains = (uris: readonly string[], by = get) =>
    by(`/me/library/contains?uris=${encodeURIComponent(uris.join(','))}`);

  it('says of each URI in its place whether it is saved or followed', async () => {
    const { library } = service;
    const truth = library.snapshot();
    const playlist = library.createPlaylist({ name: 'Mine' });
    const saved = [
      truth.savedTracks,
      truth.savedAlbums,
      truth.savedShows,
      truth.savedEpisodes,
      truth.savedAudiobooks,
      truth.followedArtists,
    ].map((list) => list[0]?.uri ?? '');
    const [unsaved = ''] = library.newTrackUris(1);
    const unfollowed = library.followArtist();
    library.unfollowArtist(unfollowed);
    const uris = [
      ...saved,
      unsaved,
      unfollowed,
      `spotify:playlist:${playlist}`,
      `spotify:album:${'0'.repeat(22)}`,
      saved[4]?.replace('show', 'audiobook') ?? '',
      'spotify:user:harbour-radio',
    ];
    expect(await (await contains(uris)).json()).toEqual([
      ...[true, true, true, true, true, true],
      ...[false, false, true, false, true, false],
    ]);
  });

  it('takes 40 URIs and no more, and refuses what is no URI', async () => {
    const uris = service.library.snapshot().savedTracks.map((entry) => entry.uri);
    expect((await contains(uris.slice(0, 40))).status).toBe(200);
    expect((await contains(uris.slice(0, 41))).status).toBe(400);
    expect((await contains(['4uLU6hMCjMI75M1A2tKUQC'])).status).toBe(400);
    expect((await contains(['spotify:chapter:4uLU6hMCjMI75M1A2tKUQC'])).status).toBe(400);
    expect((await get('/me/library/contains')).status).toBe(400);
  });

  it('needs the scope of what it is asked about', async () => {
    const poor = await signedIn(service, 'user-library-read');
    const { savedAlbums, followedArtists } = service.library.snapshot();
    expect((await contains([savedAlbums[0]?.uri ?? ''], poor)).status).toBe(200);
    expect((await contains([followedArtists[0]?.uri ?? ''], poor)).status).toBe(403);
  });
});
