import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  type ApiGet,
  basic,
  postToken,
  refusalOf,
  signedIn,
  startSample,
} from './signed-in-sample.ts';

interface Item {
  readonly uri: string;
  readonly is_playable?: boolean;
  readonly restrictions?: { reason: string };
}
interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  readonly next: string | null;
  readonly previous: string | null;
}
interface Row {
  readonly id: string;
  readonly name: string;
  readonly snapshot_id: string;
  readonly items: { href: string; total: number };
}
type Entry = { item: Item | null; track?: Item | null; added_at: string | null };
type SavedPage = Page<{ added_at: string; track: Item }>;

let service: SampleService;
let clock: ManualClock;
let get: ApiGet;

beforeEach(async () => {
  ({ service, clock } = await startSample());
  get = await signedIn(service);
});
afterEach(() => service.close());

async function read<T>(path: string): Promise<T> {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

function refusal(path: string, by = get): Promise<string> {
  return refusalOf(by, path);
}

function own(fewestItems = 0) {
  const found = service.library
    .snapshot()
    .playlists.find((list) => list.ownerId === 'juniper-vale' && list.items.length > fewestItems);
  if (found === undefined) {
    throw new Error('No such playlist');
  }
  return found;
}

function othersPlaylist() {
  const found = service.library.snapshot().playlists.find((list) => !list.readable);
  if (found === undefined) {
    throw new Error('No such playlist');
  }
  return found;
}

describe('access', () => {
  it.each([
    ['no token', undefined, 'Bearer realm="spotify"'],
    ['another scheme', 'Basic abc', /invalid_token/],
    ['an unknown token', 'Bearer unknown', /invalid_token/],
    ['a malformed header', 'Bearer', /invalid_token/],
  ])('answers 401 with a challenge to %s', async (_, authorization, challenge) => {
    const answer = await fetch(`${service.apiUrl}/me`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toEqual(
      typeof challenge === 'string' ? challenge : expect.stringMatching(challenge),
    );
    expect(await answer.json()).toEqual({
      error: { status: 401, message: 'Missing/invalid/expired access token' },
    });
  });

  it('answers 401 once the token is past its life, not before', async () => {
    await clock.advance(3_600_000 - 1);
    expect((await get('/me')).status).toBe(200);
    await clock.advance(1);
    expect(await refusal('/me')).toBe('401 The access token expired');
  });

  it('answers 401 to tokens that were revoked', async () => {
    service.revokeAccessTokens();
    expect((await get('/me')).status).toBe(401);
  });

  it.each([
    ['/me/tracks', 'user-library-read'],
    ['/me/playlists', 'playlist-read-private'],
  ])('lets %s be read only with %s', async (path, scope) => {
    const poor = await signedIn(service, 'user-read-private');
    expect(await refusal(path, poor)).toBe('403 Insufficient client scope');
    expect((await (await signedIn(service, scope))(path)).status).toBe(200);
  });

  it('lists collaborative playlists only with their scope', async () => {
    const id = service.library.createPlaylist({ name: 'Together', collaborative: true });
    const without = await signedIn(service, 'playlist-read-private');
    const ids = async (by: ApiGet) =>
      ((await (await by('/me/playlists?limit=50')).json()) as Page<Row>).items.map((row) => row.id);
    expect(await ids(get)).toContain(id);
    expect(await ids(without)).not.toContain(id);
  });

  it('shows the app alone public playlists without contents, and nothing of the user', async () => {
    const token = await postToken(service, { grant_type: 'client_credentials' }, basic(service));
    const { access_token } = (await token.json()) as { access_token: string };
    const app: ApiGet = (path) =>
      fetch(service.apiUrl + path, { headers: { authorization: `Bearer ${access_token}` } });
    const open = service.library.createPlaylist({ name: 'Open', isPublic: true });
    const closed = service.library.createPlaylist({ name: 'Closed' });
    expect(await (await app(`/playlists/${open}`)).json()).not.toHaveProperty('items');
    expect((await app(`/playlists/${closed}`)).status).toBe(404);
    expect((await app('/me')).status).toBe(401);
  });

  it('refuses users who are not on the allow-list', async () => {
    service.behaviour.allowListed = false;
    expect(await refusal('/me')).toBe('403 User not registered in the Developer Dashboard');
  });

  it('says in plain text that the owner has no Premium', async () => {
    service.behaviour.premiumActive = false;
    const answer = await get('/me');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toMatch(
      /^Active premium subscription required for the owner of the app\./,
    );
  });

  it.each(['/playlists/abc/tracks', '/users/someone/playlists', '/browse/categories', '/markets'])(
    'refuses %s, which is gone',
    async (path) => {
      expect((await get(path)).status).toBe(403);
    },
  );

  it('does not know other paths', async () => {
    expect(await refusal('/me/nothing')).toBe('404 Resource not found');
  });

  it('answers only under its own address, so that no web page can lead its name here', async () => {
    const status = (host: string) =>
      new Promise<number | string>((resolve) => {
        const sent = request(`${service.apiUrl}/me`, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        sent.on('error', (error) => resolve(error.message));
        sent.end();
      });
    expect(await status(new URL(service.apiUrl).host)).toBe(401);
    expect(await status('evil.example')).toBe('socket hang up');
  });
});

describe('profile', () => {
  it('has account_id and id; country only for those who may see it', async () => {
    expect(await read('/me')).toMatchObject({
      id: 'juniper-vale',
      account_id: expect.any(String),
      country: 'NL',
    });
    const poor = await signedIn(service, '');
    expect(await (await poor('/me')).json()).not.toHaveProperty('country');
  });
});

describe('paging', () => {
  it.each(['limit=0', 'limit=51', 'limit=x', 'limit=-1', 'offset=-1', 'offset=1.5', 'limit='])(
    'answers 400 to %s',
    async (query) => {
      expect((await get(`/me/tracks?${query}`)).status).toBe(400);
    },
  );

  it('leads through the whole list by its links, in order and without a gap', async () => {
    const seen: string[] = [];
    let next: string | null = `${service.apiUrl}/me/tracks?limit=50&market=NL`;
    while (next !== null) {
      expect(next).toContain('market=NL');
      const page: SavedPage = await read(next.slice(service.apiUrl.length));
      expect(page).toMatchObject({ total: 230, limit: 50, offset: seen.length });
      expect(page.previous === null).toBe(seen.length === 0);
      seen.push(...page.items.map(({ track }) => track.uri));
      next = page.next;
    }
    expect(seen).toEqual(service.library.snapshot().savedTracks.map((entry) => entry.uri));
  });

  it('gives 20 where no limit was asked for, and an empty page past the end', async () => {
    expect((await read<SavedPage>('/me/tracks')).items).toHaveLength(20);
    const past = await read<SavedPage>('/me/tracks?offset=1000');
    expect(past).toMatchObject({ items: [], next: null, total: 230 });
  });
});

describe('saved tracks', () => {
  it('come newest first, with whole seconds', async () => {
    const uri = service.library.saveTrack();
    const { items, total } = await read<SavedPage>('/me/tracks');
    expect(total).toBe(231);
    expect(items[0]).toMatchObject({ added_at: '2026-11-01T12:00:00Z', track: { uri } });
    const dates = items.map((item) => item.added_at);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('no longer hold what was removed', async () => {
    const [first] = service.library.snapshot().savedTracks;
    service.library.removeSavedTrack(first?.uri ?? '');
    const { items, total } = await read<SavedPage>('/me/tracks?limit=50');
    expect(total).toBe(229);
    expect(items.map(({ track }) => track.uri)).not.toContain(first?.uri);
  });
});

describe('playlists', () => {
  it('lists all of them with a count of their items and a snapshot', async () => {
    const { items, total } = await read<Page<Row>>('/me/playlists?limit=50');
    const { playlists } = service.library.snapshot();
    expect(total).toBe(18);
    expect(
      items.map(({ id, name, snapshot_id, items: { total: count } }) => ({
        id,
        name,
        snapshot_id,
        count,
      })),
    ).toEqual(
      playlists.map(({ id, name, snapshotId, items: entries }) => ({
        id,
        name,
        snapshot_id: snapshotId,
        count: entries.length,
      })),
    );
    expect(items[0]).not.toHaveProperty('tracks');
  });

  it('embeds the first 100 items, and the link goes on behind them', async () => {
    const uris = service.library.newTrackUris(130);
    const id = service.library.createPlaylist({ name: 'Long', uris });
    const { items: first } = await read<{ items: Page<Entry> }>(`/playlists/${id}?market=NL`);
    expect(first.items.map(({ item }) => item?.uri)).toEqual(uris.slice(0, 100));
    expect(first.total).toBe(130);
    expect(first.next).toContain(`/playlists/${id}/items?offset=100`);
    const rest = await read<Page<Entry>>(`/playlists/${id}/items?offset=100&limit=50`);
    expect(rest.items.map(({ item }) => item?.uri)).toEqual(uris.slice(100));
    expect(rest.next).toBeNull();
  });

  it('keeps the contents of others to themselves', async () => {
    const { id } = othersPlaylist();
    expect(await refusal(`/playlists/${id}/items`)).toBe('403 Forbidden');
    const body = await read<Row>(`/playlists/${id}`);
    expect(body).not.toHaveProperty('items');
    expect(body.snapshot_id).toEqual(expect.any(String));
  });

  it('opens a collaborative one of another owner', async () => {
    const uris = service.library.newTrackUris(2);
    const more = { ownerId: 'harbour-radio', collaborative: true, uris };
    const id = service.library.createPlaylist({ name: 'Shared', ...more });
    const { items } = await read<Page<Entry>>(`/playlists/${id}/items`);
    expect(items.map(({ item }) => item?.uri)).toEqual(uris);
  });

  it('does not find what was deleted', async () => {
    const { id } = own();
    service.library.deletePlaylist(id);
    expect(await refusal(`/playlists/${id}`)).toBe('404 Resource not found');
    expect(await refusal(`/playlists/${id}/items`)).toBe('404 Resource not found');
  });

  it('moves the snapshot with every change of the list, and not when an item greys out', async () => {
    const { id, items } = own(3);
    const track = items.find((entry) => entry.kind === 'track' && entry.playable);
    const snapshot = async () => (await read<Row>(`/playlists/${id}`)).snapshot_id;
    const seen = [await snapshot()];
    const changes = [
      () => service.library.rename(id, 'Another name'),
      () => service.library.describe(id, 'Another description'),
      () => service.library.insertItems(id, service.library.newTrackUris(1), 0),
      () => service.library.moveItems(id, 0, 2),
      () => service.library.removeItems(id, 2),
    ];
    for (const change of changes) {
      change();
      seen.push(await snapshot());
    }
    expect(new Set(seen).size).toBe(6);
    service.library.setPlayable(track?.uri ?? '', false);
    expect(await snapshot()).toBe(seen.at(-1));
  });

  it('says what is playable only where a market was asked for', async () => {
    const [uri = ''] = service.library.newTrackUris(1);
    const id = service.library.createPlaylist({ name: 'One', uris: [uri] });
    const item = async (query: string) =>
      (await read<Page<Entry>>(`/playlists/${id}/items${query}`)).items[0]?.item;
    expect(await item('')).not.toHaveProperty('is_playable');
    expect(await item('?market=NL')).toMatchObject({ is_playable: true });
    service.library.setPlayable(uri, false);
    expect(await item('?market=NL')).toMatchObject({
      is_playable: false,
      restrictions: { reason: 'market' },
    });
  });

  it('answers null for what the catalogue no longer has', async () => {
    const uris = service.library.newTrackUris(2);
    const id = service.library.createPlaylist({ name: 'Two', uris });
    service.library.setInCatalogue(uris[0] ?? '', false);
    const { items, total } = await read<Page<Entry>>(`/playlists/${id}/items`);
    expect(items.map(({ item }) => item?.uri ?? null)).toEqual([null, uris[1]]);
    expect(total).toBe(2);
  });

  it('uses the older field names as well when told to', async () => {
    service.behaviour.legacyFieldNames = true;
    const { id } = own(3);
    const list = await read<{ items: Page<Entry>; tracks: Page<Entry> }>(`/playlists/${id}`);
    expect(list.tracks.items).toEqual(list.items.items);
    expect(list.items.items[0]?.track).toEqual(list.items.items[0]?.item);
    const rows = await read<Page<Row & { tracks: { total: number } }>>('/me/playlists');
    expect(rows.items[0]?.tracks.total).toBe(rows.items[0]?.items.total);
  });
});

describe('headers', () => {
  it('carry the date of the injected clock', async () => {
    expect((await get('/me')).headers.get('date')).toBe('Sun, 01 Nov 2026 12:00:00 GMT');
    await clock.advance(61_000);
    expect((await get('/me')).headers.get('date')).toBe('Sun, 01 Nov 2026 12:01:01 GMT');
  });

  it('answer 304 to a known ETag until something changes', async () => {
    const etag = (await get('/me/tracks')).headers.get('etag') ?? '';
    const again = () => get('/me/tracks', { 'if-none-match': etag });
    const unchanged = await again();
    expect(unchanged.status).toBe(304);
    expect(await unchanged.text()).toBe('');
    service.library.saveTrack();
    expect((await again()).status).toBe(200);
  });
});

describe('covers', () => {
  it('are PNG pictures of the size asked for, the same each time', async () => {
    const { items } = await read<Page<{ images: { url: string }[] | null }>>('/me/playlists');
    const url = items.find((row) => row.images !== null)?.images?.[1]?.url ?? '';
    const bytes = async () => Buffer.from(await (await fetch(url)).arrayBuffer());
    const first = await bytes();
    expect(first.subarray(1, 4).toString('ascii')).toBe('PNG');
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([300, 300]);
    expect(await bytes()).toEqual(first);
  });

  it.each([
    '/artwork/a.png?size=0',
    '/artwork/a.png?size=641',
    '/artwork/a%2Fb.png',
    '/artwork/a.gif',
  ])('are not drawn for %s', async (path) => {
    expect((await fetch(service.accountsUrl + path)).status).toBe(404);
  });
});
