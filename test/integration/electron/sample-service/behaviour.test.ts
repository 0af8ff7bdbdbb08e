import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import {
  type ApiGet,
  postToken,
  signedIn,
  signIn,
  startSample,
  WITH_COLLECTIONS,
} from './signed-in-sample.ts';

let service: SampleService;
let get: ApiGet;

beforeEach(async () => {
  ({ service } = await startSample({ library: WITH_COLLECTIONS }));
  get = await signedIn(service);
});
afterEach(() => service.close());

type Json = Readonly<Record<string, unknown>>;

async function read(path: string): Promise<Json> {
  return (await (await get(path)).json()) as Json;
}

describe('ETags', () => {
  it.each(['strong', 'weak'] as const)(
    'of the %s kind are taken back, however written',
    async (kind) => {
      service.behaviour.etags = kind;
      const etag = (await get('/me/albums')).headers.get('etag') ?? '';
      expect(etag.startsWith('W/')).toBe(kind === 'weak');
      for (const known of [
        etag,
        `"other", ${etag}`,
        etag.replace('W/', ''),
        `W/${etag.replace('W/', '')}`,
      ]) {
        expect((await get('/me/albums', { 'if-none-match': known })).status).toBe(304);
      }
      expect((await get('/me/shows', { 'if-none-match': etag })).status).toBe(200);
    },
  );

  it('can be off, and then none is known', async () => {
    const etag = (await get('/me/albums')).headers.get('etag') ?? '';
    service.behaviour.etags = 'off';
    const answer = await get('/me/albums', { 'if-none-match': etag });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
  });
});

describe('sparse answers', () => {
  it('lack optional fields and keep every entry, its name and its date', async () => {
    const whole = await read('/me/albums?limit=50');
    service.behaviour.sparse = 0.7;
    const sparse = await read('/me/albums?limit=50');
    const essence = (body: Json) =>
      (body.items as ({ added_at: string; album: { uri: string; name: string } } | null)[]).map(
        (row) => row && [row.added_at, row.album.uri, row.album.name],
      );
    expect(essence(sparse)).toEqual(essence(whole));
    expect(JSON.stringify(sparse).length).toBeLessThan(JSON.stringify(whole).length * 0.8);
    expect(await read('/me/albums?limit=50')).not.toEqual(sparse);
  });

  it('are the same ones in another service of the same seed', async () => {
    service.behaviour.sparse = 0.5;
    const { service: twin } = await startSample({ library: WITH_COLLECTIONS });
    twin.behaviour.sparse = 0.5;
    const ofTwin = await signedIn(twin);
    const keys = async (by: ApiGet) => Object.keys((await (await by('/me')).json()) as object);
    expect(await keys(ofTwin)).toEqual(await keys(get));
    await twin.close();
  });
});

describe('the token endpoint', () => {
  it('can be out, and the token is good again afterwards', async () => {
    const { refresh_token: token = '' } = await signIn(service);
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id: service.clientId };
    service.behaviour.tokenEndpoint = 'out';
    const out = await postToken(service, form);
    expect([out.status, out.headers.get('content-type')]).toEqual([
      503,
      'text/html; charset=utf-8',
    ]);
    service.behaviour.tokenEndpoint = 'refuses-everybody';
    expect(await (await postToken(service, form)).json()).toMatchObject({ error: 'invalid_grant' });
    service.behaviour.tokenEndpoint = 'working';
    expect((await postToken(service, form)).status).toBe(200);
  });
});

describe('older bodies', () => {
  it('have only the older names where told so', async () => {
    service.behaviour.legacyFieldNames = 'only';
    const id = service.library.createPlaylist({
      name: 'Old',
      uris: service.library.newTrackUris(2),
    });
    const list = await read(`/playlists/${id}`);
    expect(list).not.toHaveProperty('items');
    const entries = (list.tracks as { items: Json[] }).items;
    expect(entries).toHaveLength(2);
    expect(entries[0]).toHaveProperty('track.uri');
    expect(entries[0]).not.toHaveProperty('item');
    const [row] = (await read('/me/playlists')).items as Json[];
    expect(row).toHaveProperty('tracks.total');
    expect(row).not.toHaveProperty('items');
  });

  it('have the fields that are gone by now', async () => {
    const fields = async () => ({
      album: Object.keys(((await read('/me/albums')).items as { album: Json }[])[0]?.album ?? {}),
      artist: Object.keys(
        ((await read('/me/following?type=artist')).artists as { items: Json[] }).items[0] ?? {},
      ),
      book: Object.keys(((await read('/me/audiobooks')).items as Json[])[0] ?? {}),
    });
    const today = await fields();
    service.behaviour.legacyFieldNames = true;
    const older = await fields();
    const more = (kind: keyof typeof today) =>
      older[kind].filter((name) => !today[kind].includes(name)).toSorted();
    expect(more('album')).toEqual(['available_markets', 'label', 'popularity']);
    expect(more('artist')).toEqual(['followers', 'popularity']);
    expect(more('book')).toEqual(['available_markets', 'publisher']);
  });
});
