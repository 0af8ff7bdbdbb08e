import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../../spotify/harness/scripted-server.ts';

/** A row of a list, as the body holds it. */
export type RawRow = unknown;

export interface RawPlaylist {
  readonly id: string;
  name: unknown;
  snapshot: number;
  items: RawRow[];
}

/** What a body is for. */
export interface RawRequest {
  readonly path: string;
  readonly offset: number;
}

/**
 * The Web API as bodies alone: rows stand in them just as a test puts them there, and before a body
 * leaves, the test may make of it what it likes.
 */
export class RawSpotify {
  apiUrl = '';
  saved: RawRow[] = [];
  albums: RawRow[] = [];
  artists: RawRow[] = [];
  playlists: RawPlaylist[] = [];
  /** Paths with query, in order. */
  readonly asked: string[] = [];
  tamper: (body: Record<string, unknown>, request: RawRequest) => unknown = (body) => body;

  readonly answer: Answer = (request, response) => {
    const body = this.#bodyOf(request);
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' });
    // A text is a body that was written by hand.
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  };

  #bodyOf(request: IncomingMessage): unknown {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const path = url.pathname.replace(/^\/v1/, '');
    const offset = Number(url.searchParams.get('offset') ?? 0);
    this.asked.push(`${path}${url.search}`);
    const body = this.#rawBody(path, offset);
    return body === null ? null : this.tamper(body, { path, offset });
  }

  #rawBody(path: string, offset: number): Record<string, unknown> | null {
    const [, first, id, part] = path.split('/');
    const playlist =
      first === 'playlists' ? this.playlists.find((one) => one.id === id) : undefined;
    if (playlist !== undefined) {
      return part === 'items'
        ? this.#page(path, playlist.items, offset, 50)
        : {
            ...summaryOf(playlist),
            items: this.#page(`${path}/items`, playlist.items, 0, 100),
          };
    }
    switch (path) {
      case '/me':
        return { id: 'me', account_id: 'account-1', display_name: 'Me', country: 'NL' };
      case '/me/tracks':
        return this.#page(path, this.saved, offset, 50);
      case '/me/albums':
        return this.#page(path, this.albums, offset, 50);
      case '/me/shows':
      case '/me/episodes':
      case '/me/audiobooks':
        return this.#page(path, [], offset, 50);
      case '/me/following':
        return {
          artists: { items: this.artists, total: this.artists.length, next: null, cursors: {} },
        };
      case '/me/playlists':
        return this.#page(path, this.playlists.map(summaryOf), offset, 50);
      default:
        return null;
    }
  }

  #page(path: string, rows: readonly RawRow[], offset: number, limit: number) {
    const to = offset + limit;
    return {
      href: `${this.apiUrl}${path}?offset=${offset}&limit=${limit}`,
      items: rows.slice(offset, to),
      limit,
      offset,
      total: rows.length,
      next: to < rows.length ? `${this.apiUrl}${path}?offset=${to}&limit=${limit}` : null,
    };
  }
}

function summaryOf({ id, name, snapshot, items }: RawPlaylist): Record<string, unknown> {
  return {
    id,
    uri: `spotify:playlist:${id}`,
    name,
    description: '',
    owner: { id: 'me' },
    collaborative: false,
    public: false,
    snapshot_id: `snapshot-${snapshot}`,
    items: { total: items.length },
  };
}

/** A track as Spotify shows it, reduced to what cannot be left out. */
export function rawTrack(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    uri: `spotify:track:${id}`,
    type: 'track',
    name: `Name of ${id}`,
    artists: [{ name: 'Artist' }],
    is_playable: true,
    ...more,
  };
}

export function rawRow(item: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { added_at: '2024-05-06T07:08:09Z', added_by: { id: 'me' }, item, ...more };
}
