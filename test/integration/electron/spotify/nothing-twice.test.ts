import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { type OpenApi, openApi, settled } from './harness/open-api.ts';
import {
  html502,
  json,
  type ScriptedServer,
  startScriptedServer,
} from './harness/scripted-server.ts';

const ME = { id: 'listener', display_name: 'A Listener' };
const EMPTY_PAGE = { items: [], total: 0, offset: 0 };
const MONITOR = { origin: 'monitor' } as const;
const BY_HAND = { origin: 'by-hand' } as const;
const HEAD = { offset: 0, market: null } as const;

let server: ScriptedServer;
let open: OpenApi;
let api: SpotifyApi;
/** Lets the answers go that are held back. */
let release: (() => void)[];

beforeEach(async () => {
  server = await startScriptedServer();
  release = [];
  server.always((request, response) => {
    const answer = json(request.url?.endsWith('/me') === true ? ME : EMPTY_PAGE);
    release.push(() => answer(request, response));
  });
  open = openApi(server.apiUrl);
  api = open.api;
});

afterEach(async () => {
  await api.close();
  await server.close();
});

/** Lets everything go on until so many requests have arrived. */
async function arrived(count: number): Promise<void> {
  while (release.length < count) {
    await open.clock.advance(open.clock.nextDueInMs === 100 ? 100 : 0);
  }
}

/** Answers whatever arrives, until this settles. */
async function answered<T>(promise: Promise<T>): Promise<T> {
  server.always((request, response) =>
    json(request.url?.endsWith('/me') === true ? ME : EMPTY_PAGE)(request, response),
  );
  for (const letGo of release.splice(0)) {
    letGo();
  }
  return await settled(open.clock, promise);
}

describe('who asks for the same', () => {
  it('before the request has left shares its answer', async () => {
    const both = [
      api.savedTracks({ ...MONITOR, ...HEAD }),
      api.savedTracks({ ...MONITOR, ...HEAD }),
    ];
    const results = await answered(Promise.all(both));
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    expect(server.seen).toHaveLength(1);
    expect(api.budget().usedInLastDay).toBe(1);
  });

  it('when it has left asks anew: the answer would tell of an earlier time', async () => {
    const first = api.savedTracks({ ...MONITOR, ...HEAD });
    await arrived(1);
    const second = api.savedTracks({ ...MONITOR, ...HEAD });
    await answered(Promise.all([first, second]));
    expect(server.seen).toHaveLength(2);
  });

  it('about whose token it is shares it at any time: that does not change meanwhile', async () => {
    const first = api.profile(BY_HAND);
    await arrived(1);
    const results = await answered(Promise.all([first, api.profile(BY_HAND)]));
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['another page', () => api.savedTracks({ ...MONITOR, market: null, offset: 50 })],
    ['another market', () => api.savedTracks({ ...MONITOR, offset: 0, market: 'NL' })],
    ['somebody who asks by hand', () => api.savedTracks({ ...BY_HAND, ...HEAD })],
  ])('shares nothing with %s', async (_what, other) => {
    await answered(Promise.all([api.savedTracks({ ...MONITOR, ...HEAD }), other()]));
    expect(server.seen).toHaveLength(2);
  });

  it('shares nothing with who asked before another sign-in', async () => {
    const first = api.profile(BY_HAND);
    await arrived(1);
    api.forgetAnswers();
    await answered(Promise.all([first, api.profile(BY_HAND)]));
    expect(server.seen).toHaveLength(2);
  });
});

describe('who leaves', () => {
  it('does not take the answer from whoever waits for the same', async () => {
    const leaving = new AbortController();
    const left = api.profile({ ...BY_HAND, signal: leaving.signal });
    const stays = api.profile(BY_HAND);
    await arrived(1);
    leaving.abort();
    expect(await left).toEqual({ kind: 'failed', failure: { kind: 'network', code: 'aborted' } });
    expect(await answered(stays)).toMatchObject({ kind: 'ok' });
    expect(server.seen).toHaveLength(1);
  });

  it('as the last breaks the request off', async () => {
    const leaving = new AbortController();
    const calls = [1, 2].map(() => api.profile({ ...BY_HAND, signal: leaving.signal }));
    await arrived(1);
    leaving.abort();
    await Promise.all(calls);
    await server.allClosed();
  });
});

it('a quit breaks off what is shared, what stands in line and what waits to try again', async () => {
  server.next(html502);
  const calls = [
    api.savedTracks({ ...MONITOR, ...HEAD }),
    api.profile(BY_HAND),
    api.profile(BY_HAND),
    ...[50, 100, 150].map((offset) => api.savedTracks({ ...MONITOR, market: null, offset })),
  ];
  await arrived(1);
  await api.close();
  for (const result of await Promise.all(calls)) {
    expect(result.kind).toBe('failed');
  }
  await server.allClosed();
  expect(open.clock.pendingCount).toBe(0);
  expect(await api.profile(BY_HAND)).toMatchObject({ failure: { reason: 'closing' } });
});
