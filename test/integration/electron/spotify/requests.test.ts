import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpotifyApi } from '../../../../electron/spotify/spotify-api.ts';
import { type OpenApi, openApi, settled } from './harness/open-api.ts';
import {
  cutBody,
  hang,
  html502,
  json,
  plain,
  reset,
  type ScriptedServer,
  startScriptedServer,
} from './harness/scripted-server.ts';

const ME = { id: 'listener', display_name: 'A Listener' };
const BY_MONITOR = { origin: 'monitor' } as const;

let server: ScriptedServer;
let open: OpenApi;
let api: SpotifyApi;

beforeEach(async () => {
  server = await startScriptedServer();
  server.always(json(ME));
  open = openApi(server.apiUrl);
  api = open.api;
});

afterEach(async () => {
  await api.close();
  await server.close();
});

const askProfile = () => settled(open.clock, api.profile(BY_MONITOR));

describe('one request', () => {
  it('brings the profile with the session token and counts once', async () => {
    const result = await askProfile();
    expect(result).toMatchObject({ kind: 'ok', value: { accountKey: 'listener' } });
    expect(server.seen).toEqual([{ path: '/me', authorization: 'Bearer token-0' }]);
    expect(api.budget()).toEqual({ usedInLastDay: 1, budgetPerDay: 800 });
    expect(open.store.entries).toHaveLength(1);
  });

  it.each([
    ['a reset connection', reset],
    ['an HTML 502', html502],
    ['half a body', cutBody],
    ['HTML where JSON should be', plain('<html>', 200, { 'content-type': 'text/html' })],
    ['an empty body', plain('', 200)],
  ])('is tried again after %s', async (_what, fault) => {
    server.next(fault, fault, fault);
    expect(await askProfile()).toMatchObject({ kind: 'ok' });
    expect(server.seen).toHaveLength(4);
    expect(api.serviceState).toEqual({ kind: 'ok' });
  });

  it.each([
    ['network', reset, { kind: 'network' }, { kind: 'offline' }],
    ['server', html502, { kind: 'server', status: 502 }, { kind: 'service-trouble' }],
    ['unreadable', cutBody, { kind: 'unreadable', status: 200 }, { kind: 'service-trouble' }],
  ])('is left after 4 attempts that ended as %s', async (_what, fault, failure, state) => {
    server.always(fault);
    expect(await askProfile()).toMatchObject({ kind: 'failed', failure });
    expect(server.seen).toHaveLength(4);
    expect(api.serviceState).toMatchObject(state);
  });
});
