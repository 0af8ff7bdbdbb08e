import { beforeEach, describe, expect, it } from 'vitest';
import { FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { WatchedLibrary } from '../../../doubles/watched-library.ts';

const SECOND = 1_000;

let clock: ManualClock;
let api: FakeSpotifyApi;
let watched: WatchedLibrary;
/** What the tray and the window were told, without repetitions. */
let told: string[];
let isOut: boolean;

beforeEach(() => {
  clock = new ManualClock();
  api = new FakeSpotifyApi();
  api.saved = Array.from({ length: 120 }, (_, index) => ({
    uri: `spotify:track:${index}`,
    addedAtMs: index,
    addedBy: null,
  }));
  watched = new WatchedLibrary(api, clock);
  told = [];
  watched.library.statusChanged.subscribe(({ monitor }) => {
    if (told.at(-1) !== monitor.kind) {
      told.push(monitor.kind);
    }
  });
  isOut = true;
  api.interfere = ({ number }) =>
    isOut && number > 3
      ? { kind: 'network', code: 'ENETUNREACH', nextTryAtMs: clock.nowMs() + 4 * SECOND }
      : null;
});

describe('a pass without a network', () => {
  it('is told to stand still, though it looks again and again, until something was read', async () => {
    await watched.watch();
    await clock.advance(30 * SECOND);
    expect(api.requests).toBeGreaterThan(8);
    expect(told).toEqual(['checking', 'paused']);
    isOut = false;
    await clock.advance(4 * SECOND);
    expect(told).toEqual(['checking', 'paused', 'checking', 'watching']);
  });

  it('is told to be tried where the user asks for it', async () => {
    await watched.watch();
    await watched.check();
    expect(told).toEqual(['checking', 'paused', 'checking', 'paused']);
  });

  it('looks when it was told to, and not before', async () => {
    await watched.watch();
    const { requests } = api;
    await clock.advance(3 * SECOND);
    expect(api.requests).toBe(requests);
    await clock.advance(SECOND);
    expect(api.requests).toBe(requests + 1);
  });

  it('counts no request that was refused at once', async () => {
    api.interfere = () =>
      isOut ? { kind: 'network', code: 'SYSTEM_OFFLINE', untried: true, nextTryAtMs: 0 } : null;
    await watched.watch();
    await watched.check();
    isOut = false;
    const refused = api.requests;
    const outcome = await watched.check();
    expect(outcome).toMatchObject({ kind: 'done', requests: api.requests - refused });
  });

  it('leaves the pause after trouble at Spotify as short as if there had been none', async () => {
    await watched.watch();
    await clock.advance(60 * SECOND);
    isOut = false;
    api.interfere = () => ({ kind: 'server', status: 502 });
    await clock.advance(4 * SECOND);
    const { monitor } = await watched.library.status();
    expect(monitor).toMatchObject({ pause: { reason: 'service-trouble' } });
    const untilMs =
      monitor.kind === 'paused' && monitor.pause.kind === 'service' ? monitor.pause.untilMs : 0;
    expect(untilMs - clock.nowMs()).toBeLessThanOrEqual(60 * SECOND);
  });
});
