import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { type ApiGet, signedIn, startSample } from './signed-in-sample.ts';

type Json = Readonly<Record<string, unknown>>;
interface Page {
  readonly items: readonly (Json | null)[];
  readonly next: string | null;
  readonly total: number;
}

/** How to find the list in a body, and in a member of it what names it. */
interface List {
  readonly name: string;
  readonly path: () => string;
  readonly truth: () => readonly (string | null)[];
  readonly most: number;
  /** Below which name the object of a row stands; null where the row is the object. */
  readonly inner: string | null;
  readonly pageOf?: (body: Json) => Page;
}

let service: SampleService;
let get: ApiGet;

beforeAll(async () => {
  ({ service } = await startSample({
    library: {
      ...{ savedTracks: 61, ownPlaylists: 33, followedPlaylists: 20, itemsPerPlaylist: 37 },
      ...{ savedAlbums: 57, savedShows: 54, savedEpisodes: 60, savedAudiobooks: 52 },
      followedArtists: 53,
    },
  }));
  // Albums for artists to have made.
  service.library.newTrackUris(300);
  get = await signedIn(service);
});
afterAll(() => service.close());

function truth() {
  return service.library.snapshot();
}

/** As the service answers: nothing in the place of what is gone. */
function uris(list: readonly { readonly uri: string; readonly gone?: boolean }[]) {
  return list.map(({ uri, gone }) => (gone === true ? null : uri));
}

function longestOwn() {
  const [longest] = truth()
    .playlists.filter((list) => list.readable)
    .toSorted((a, b) => b.items.length - a.items.length);
  return longest ?? { id: '', items: [] };
}

function prolific(): string {
  const [uri = ''] = truth()
    .followedArtists.map((artist) => artist.uri)
    .toSorted(
      (a, b) => service.library.releasesOf(b).length - service.library.releasesOf(a).length,
    );
  return uri;
}

const LISTS: readonly List[] = [
  {
    name: 'saved tracks',
    path: () => '/me/tracks',
    truth: () => uris(truth().savedTracks),
    most: 50,
    inner: 'track',
  },
  {
    name: 'saved albums',
    path: () => '/me/albums',
    truth: () => uris(truth().savedAlbums),
    most: 50,
    inner: 'album',
  },
  {
    name: 'saved shows',
    path: () => '/me/shows',
    truth: () => uris(truth().savedShows),
    most: 50,
    inner: 'show',
  },
  {
    name: 'saved episodes',
    path: () => '/me/episodes',
    truth: () => uris(truth().savedEpisodes),
    most: 50,
    inner: 'episode',
  },
  {
    name: 'saved audiobooks',
    path: () => '/me/audiobooks',
    truth: () => uris(truth().savedAudiobooks),
    most: 50,
    inner: null,
  },
  {
    name: 'followed artists',
    path: () => '/me/following?type=artist',
    truth: () => uris(truth().followedArtists),
    most: 50,
    inner: null,
    pageOf: (body) => body.artists as Page,
  },
  {
    name: 'playlists',
    path: () => '/me/playlists',
    truth: () => uris(truth().playlists),
    most: 50,
    inner: null,
  },
  {
    name: 'items of a playlist',
    path: () => `/playlists/${longestOwn().id}/items`,
    truth: () => uris(longestOwn().items),
    most: 50,
    inner: 'item',
  },
  {
    name: 'releases of an artist',
    path: () => `/artists/${prolific().split(':')[2]}/albums`,
    truth: () => uris(service.library.releasesOf(prolific())),
    most: 10,
    inner: null,
  },
];

function uriOf(row: Json | null, inner: string | null): unknown {
  const object = inner === null ? row : ((row?.[inner] ?? null) as Json | null);
  return object?.uri ?? null;
}

/** Follows `next` from page to page, asking each time for another number of entries. */
async function readAll(
  list: List,
  path: string,
  limits: readonly number[],
): Promise<{ seen: unknown[]; totals: Set<number> }> {
  const seen: unknown[] = [];
  const totals = new Set<number>();
  let url: URL | null = new URL(service.apiUrl + path);
  for (let request = 0; url !== null; request += 1) {
    const limit = limits[request % limits.length] ?? 1;
    url.searchParams.set('limit', String(limit));
    const answer = await get(url.href.slice(service.apiUrl.length));
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Json;
    const page = list.pageOf?.(body) ?? (body as unknown as Page);
    totals.add(page.total);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    // `next` leads to something.
    expect(page.items.length).toBeGreaterThan(0);
    seen.push(...page.items.map((row) => uriOf(row, list.inner)));
    url = page.next === null ? null : new URL(page.next);
  }
  return { seen, totals };
}

describe('paging by any limits', () => {
  it.each(LISTS)('gives exactly the $name, once each and in order', async (list) => {
    const expected = list.truth();
    const path = list.path();
    expect(expected.length).toBeGreaterThan(list.most);
    const limits = fc.array(fc.integer({ min: 1, max: list.most }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(limits, async (some) => {
        const { seen, totals } = await readAll(list, path, some);
        expect(seen).toEqual(expected);
        expect([...totals]).toEqual([expected.length]);
      }),
      { numRuns: 12, examples: [[[list.most]], [[1]]] },
    );
  });
});
