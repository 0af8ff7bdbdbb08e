import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SavedTruth } from '../../../../electron/sample-service/collection/sample-library.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import type { ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { ListEntry, Page } from '../../../../electron/spotify/catalogue.ts';
import { offsetPages } from '../../../../electron/spotify/paging.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { answerOf, openApi, settled } from './harness/open-api.ts';
import { readWholeByCursor, readWholeList } from './harness/read-whole-list.ts';
import { signInToSample } from './harness/sample-session.ts';

let service: SampleService;
let clock: ManualClock;
let api: SpotifyApi;

beforeEach(async () => {
  clock = new ManualClock();
  service = await startSampleService({
    clock,
    seed: 9,
    redirectUris: [],
    library: {
      savedTracks: 230,
      ownPlaylists: 1,
      followedPlaylists: 0,
      itemsPerPlaylist: 10,
      savedAlbums: 170,
      savedShows: 52,
      savedEpisodes: 101,
      savedAudiobooks: 7,
      followedArtists: 160,
    },
  });
  api = openApi(service.apiUrl, { clock, session: await signInToSample(service) }).api;
});
afterEach(async () => {
  await api.close();
  await service.close();
});

const options = { origin: 'monitor' } as const;
const inNl = { ...options, market: 'NL' } as const;

const LISTS = ['savedAlbums', 'savedShows', 'savedEpisodes', 'savedAudiobooks'] as const;

/** What the service never tells of shows and episodes is not compared: who made them. */
const namesMakers = (kind: string | undefined) => kind === 'album' || kind === 'audiobook';
const seen = ({ item, addedAtMs }: ListEntry) => ({
  uri: item?.uri ?? null,
  kind: item?.kind ?? null,
  name: item?.name ?? null,
  artists: namesMakers(item?.kind) ? item?.artists : [],
  addedAtMs,
});
const expected = ({ uri, kind, name, artists, addedAtMs, gone }: SavedTruth) => ({
  ...(gone
    ? { uri: null, kind: null, name: null, artists: [] }
    : { uri, kind, name, artists: namesMakers(kind) ? artists : [] }),
  // An album that is gone is a `null` without a date; an episode keeps the one of its row.
  addedAtMs: gone && kind !== 'episode' ? null : addedAtMs,
});

describe('every collection of the sample library', () => {
  const fieldNames = [false, true, 'only'] as const;

  it.each(fieldNames)('is read whole and in order, with old field names: %s', async (legacy) => {
    service.behaviour.legacyFieldNames = legacy;
    const truth = service.library.snapshot();
    for (const list of LISTS) {
      const { entries, dropped, totals } = await readWholeList(clock, (offset) =>
        api[list]({ ...inNl, offset }),
      );
      expect(entries.map(seen)).toEqual(truth[list].map(expected));
      expect(dropped).toBe(0);
      expect(new Set(totals)).toEqual(new Set([truth[list].length]));
    }
    expect(truth.savedAlbums.filter(({ gone }) => gone)).toHaveLength(1);
    expect(truth.savedEpisodes.filter(({ gone }) => gone)).toHaveLength(1);
  });

  it('keeps every row though half of the optional fields are missing', async () => {
    service.behaviour.sparse = 0.5;
    for (const list of LISTS) {
      const whole = await readWholeList(clock, (offset) => api[list]({ ...inNl, offset }));
      const shown = service.library.snapshot()[list].filter(({ gone }) => !gone);
      expect(whole.dropped).toBe(0);
      expect(whole.entries.flatMap(({ item }) => item?.uri ?? [])).toEqual(
        shown.map(({ uri }) => uri),
      );
    }
  });

  it('has the same followed artists as were read by cursor', async () => {
    const truth = service.library.snapshot().followedArtists;
    const { entries, dropped, totals } = await readWholeByCursor(clock, (cursor) =>
      api.followedArtists({ ...options, cursor }),
    );
    expect(entries.map(({ uri, kind, name }) => ({ uri, kind, name }))).toEqual(
      truth.map(({ uri, name }) => ({ uri, kind: 'artist', name })),
    );
    expect({ dropped, totals }).toEqual({ dropped: 0, totals: [160, 160, 160, 160] });
  });

  it('names every object by its id as its list does', async () => {
    const truth = service.library.snapshot();
    for (const list of [...LISTS, 'followedArtists'] as const) {
      const one = truth[list].find(({ gone }) => !gone);
      const id = one?.uri.split(':').at(-1) ?? '';
      const item = answerOf(await settled(clock, api.item(one?.kind ?? 'track', id, inNl)));
      expect(item).toMatchObject({ uri: one?.uri, kind: one?.kind, name: one?.name });
    }
    const track = truth.savedTracks.find(({ kind }) => kind === 'track');
    const id = track?.uri.split(':').at(-1) ?? '';
    expect(answerOf(await settled(clock, api.item('track', id, inNl)))).toMatchObject({
      uri: track?.uri,
      name: track?.name,
    });
    const missing = await settled(clock, api.item('album', '0'.repeat(22), inNl));
    expect(missing).toEqual({ kind: 'failed', failure: { kind: 'not-found' } });
  });

  it('has the same releases of an artist as were read', async () => {
    const [most] = service.library
      .snapshot()
      .followedArtists.map(({ uri }) => ({ uri, truth: service.library.releasesOf(uri) }))
      .sort((a, b) => b.truth.length - a.truth.length);
    const truth = most?.truth ?? [];
    const id = most?.uri.split(':').at(-1) ?? '';
    const { entries } = await readWholeList(clock, (offset) =>
      api.artistReleases(id, { ...inNl, offset }),
    );
    expect(entries.map(({ uri, name, kind }) => ({ uri, name, kind }))).toEqual(
      truth.map(({ uri, name, group }) => ({ uri, name, kind: group.replace('_', '-') })),
    );
    expect(truth.length).toBeGreaterThan(10);
  });

  it('knows for each of 40 URIs whether it is in the library', async () => {
    const { savedAlbums, followedArtists, savedTracks } = service.library.snapshot();
    const some = [...savedAlbums, ...followedArtists, ...savedTracks].filter(
      ({ uri }) => !uri.startsWith('spotify:local'),
    );
    const known = some.filter((_, index) => index % 21 === 0).map(({ uri }) => uri);
    const uris = [...known, ...service.library.newTrackUris(40 - known.length)];
    const answers = answerOf(await settled(clock, api.libraryContains(uris, options)));
    expect(answers).toEqual(uris.map((uri) => known.includes(uri)));
    expect(known.length).toBeGreaterThan(20);
    expect(known.length).toBeLessThan(40);
  });
});

describe('a reading of several pages', () => {
  const path = '/v1/me/albums';
  const truth = () =>
    service.library.snapshot().savedAlbums.map(({ uri, gone }) => (gone ? null : uri));
  const uris = (results: readonly ApiResult<Page<ListEntry>>[]) =>
    results.flatMap((result) =>
      result.kind === 'ok' ? result.value.entries.map(({ item }) => item?.uri ?? null) : [],
    );
  const asked = () => service.requests.filter((request) => request.path === path).length;

  async function read(from: number, signal?: AbortSignal): Promise<ApiResult<Page<ListEntry>>[]> {
    const results: ApiResult<Page<ListEntry>>[] = [];
    const one = (offset: number) =>
      settled(clock, api.savedAlbums({ ...inNl, offset, ...(signal && { signal }) }));
    for await (const result of offsetPages(one, from)) {
      results.push(result);
    }
    return results;
  }

  it('stops at a rate limit, and goes on at that page when it has passed', async () => {
    service.faults.add({
      match: { path, nth: 3 },
      action: { kind: 'rate-limit', retryAfterSeconds: 20 },
    });
    const before = await read(0);
    expect(before.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'failed']);
    expect(asked()).toBe(3);
    const last = before[1]?.kind === 'ok' ? before[1].value.nextOffset : null;
    await clock.advance(20_000);
    const after = await read(last ?? 0);
    expect([...uris(before), ...uris(after)]).toEqual(truth());
    expect(asked()).toBe(5);
  });

  it('ends with the signal of its requests, and asks no more', async () => {
    const leaving = new AbortController();
    service.faults.add({
      match: { path, nth: 2 },
      action: { kind: 'call', run: () => leaving.abort() },
    });
    const results = await read(0, leaving.signal);
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'failed']);
    expect(results[1]).toEqual({ kind: 'failed', failure: { kind: 'network', code: 'aborted' } });
    expect(asked()).toBe(2);
    expect(await read(50, leaving.signal)).toEqual([results[1]]);
    expect(asked()).toBe(2);
  });
});
