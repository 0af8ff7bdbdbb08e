import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryTruth } from '../../../../electron/sample-service/collection/sample-library.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import type { ListEntry } from '../../../../electron/spotify/catalogue.ts';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { answerOf, openApi, settled } from './harness/open-api.ts';
import { readWholeList } from './harness/read-whole-list.ts';
import { signInToSample } from './harness/sample-session.ts';

let service: SampleService;
let session: Awaited<ReturnType<typeof signInToSample>>;
let clock: ManualClock;
let api: SpotifyApi;

beforeEach(async () => {
  clock = new ManualClock();
  service = await startSampleService({
    clock,
    seed: 7,
    redirectUris: [],
    library: { savedTracks: 230, ownPlaylists: 6, followedPlaylists: 55, itemsPerPlaylist: 90 },
  });
  session = await signInToSample(service);
  api = openApi(service.apiUrl, { clock, session }).api;
});

afterEach(async () => {
  await api.close();
  await service.close();
});

const monitor = { origin: 'monitor', market: 'NL' } as const;
const readSavedTracks = () =>
  readWholeList(clock, (offset) => api.savedTracks({ ...monitor, offset }));

const seen = (entry: ListEntry) => ({
  uri: entry.item?.uri ?? null,
  name: entry.item?.name ?? null,
  // An episode has no artists of its own; its show stands in for them.
  artists: entry.item?.kind === 'episode' ? [] : (entry.item?.artists ?? null),
  addedAtMs: entry.addedAtMs,
});
const expected = (truth: EntryTruth) => ({
  uri: truth.gone ? null : truth.uri,
  name: truth.gone ? null : truth.name,
  artists: truth.gone ? null : truth.artists,
  addedAtMs: truth.addedAtMs,
});

describe('the sample library', () => {
  it('has the same saved tracks as were read', async () => {
    const truth = service.library.snapshot().savedTracks;
    const { dropped, entries, totals } = await readSavedTracks();
    expect(entries.map(seen)).toEqual(truth.map(expected));
    expect(totals).toEqual(totals.map(() => 230));
    expect(dropped).toBe(0);
  });

  it.each([false, true])('is read whole, with old field names: %s', async (legacyFieldNames) => {
    service.behaviour.legacyFieldNames = legacyFieldNames;
    const truth = service.library.snapshot().playlists;
    const { entries } = await readWholeList(clock, (offset) =>
      api.playlists({ origin: 'monitor', offset }),
    );
    expect(entries.map(({ id, name, snapshotId }) => ({ id, name, snapshotId }))).toEqual(
      truth.map(({ id, name, snapshotId }) => ({ id, name, snapshotId })),
    );
    for (const playlist of truth.filter(({ readable }) => readable)) {
      const { firstPage } = answerOf(await settled(clock, api.playlist(playlist.id, monitor)));
      const whole = await readWholeList(
        clock,
        (offset) => api.playlistItems(playlist.id, { ...monitor, offset }),
        firstPage,
      );
      expect(whole.entries.map(seen)).toEqual(playlist.items.map(expected));
      expect(whole.dropped).toBe(0);
    }
  });

  it("refuses the items of another's playlist", async () => {
    const other = service.library.snapshot().playlists.find(({ readable }) => !readable);
    const request = { ...monitor, offset: 0 };
    expect(await settled(clock, api.playlistItems(other?.id ?? '', request))).toEqual({
      kind: 'failed',
      failure: { kind: 'forbidden' },
    });
  });

  it('keeps the place of an item that left the catalogue, and knows a greyed out one', async () => {
    const [gone, grey] = service.library.snapshot().savedTracks;
    service.library.setInCatalogue(gone?.uri ?? '', false);
    service.library.setPlayable(grey?.uri ?? '', false);
    const { entries } = await readSavedTracks();
    expect(entries).toHaveLength(230);
    expect(entries[0]).toMatchObject({ addedAtMs: gone?.addedAtMs, item: null });
    expect(entries[1]?.item).toMatchObject({ uri: grey?.uri, availability: 'unavailable' });
    expect(entries[2]?.item?.availability).toBe('available');
  });

  it('is read whole through a reset, a 502 and an expired token', async () => {
    const path = '/v1/me/tracks';
    service.faults.add({ match: { path, nth: 2 }, action: { kind: 'reset' } });
    service.faults.add({ match: { path, nth: 4 }, action: { kind: 'html', status: 502 } });
    service.faults.add({ match: { path, nth: 6 }, action: { kind: 'cut-body' } });
    service.faults.add({
      match: { path, nth: 3 },
      action: { kind: 'call', run: () => service.revokeAccessTokens() },
    });
    const truth = service.library.snapshot().savedTracks;
    const { entries } = await readSavedTracks();
    expect(entries.map(seen)).toEqual(truth.map(expected));
    expect(session.refreshes).toBe(1);
  });

  it.each([
    ['rate-limit', 7, 'rate-limited', 7_000],
    ['rate-limit', null, 'rate-limited', 30_000],
    ['quota', 48_925, 'quota-exhausted', 48_925_000],
  ] as const)('can be locked: %s for %s s', async (kind, retryAfterSeconds, reason, waitMs) => {
    service.faults.add({ match: { path: '/v1/me' }, action: { kind, retryAfterSeconds } });
    const refused = await settled(clock, api.profile({ origin: 'monitor' }));
    expect(refused).toMatchObject({ failure: { kind: 'not-now', reason } });
    expect(api.serviceState).toEqual({ kind: reason, untilMs: clock.nowMs() + waitMs });
  });

  it.each([
    [{ allowListed: false }, { kind: 'not-allow-listed' }],
    [{ premiumActive: false }, { kind: 'not-now', reason: 'premium-lapsed' }],
  ])('says why it is closed: %o', async (behaviour, failure) => {
    Object.assign(service.behaviour, behaviour);
    expect(await settled(clock, api.profile({ origin: 'monitor' }))).toMatchObject({ failure });
  });
});
