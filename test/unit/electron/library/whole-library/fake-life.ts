import { assertNever } from '../../../../../shared/assert-never.ts';
import { type CollectionKind, collectionKindSchema } from '../../../../../shared/change.ts';
import type { Clock } from '../../../../../shared/clock.ts';
import {
  type FakeEndpoint,
  type FakePlaylist,
  type FakeRow,
  FakeSpotifyApi,
} from '../../../../doubles/fake-spotify-api.ts';
import { TruthLog } from '../../../../harness/random-life/truth-log.ts';
import type { Deed, Edit } from './deed.ts';
import { isReadable, truthOf } from './fake-truth.ts';

/** Things at the beginning; more than one page of what is read in pages. */
const SAVED: Readonly<Record<CollectionKind, number>> = {
  'saved-tracks': 120,
  'saved-albums': 60,
  'saved-shows': 3,
  'saved-episodes': 8,
  'saved-audiobooks': 2,
  'followed-artists': 55,
};
const PLAYLISTS = [3, 0, 130, 60] as const;
const FEWEST_PLAYLISTS = 1;

/** A library on the double of Spotify that is lived in, and remembers everything that it was. */
export class FakeLife {
  readonly api = new FakeSpotifyApi();
  readonly log = new TruthLog();
  readonly #clock: Clock;
  #made = 0;

  /** @param strangers - playlists of others that are followed besides */
  constructor(clock: Clock, strangers: number) {
    this.#clock = clock;
    for (let count = 0; count < strangers; count += 1) {
      this.#create('friend', 0);
    }
    for (const [kind, count] of Object.entries(SAVED) as [CollectionKind, number][]) {
      const rows = Array.from({ length: count }, () => this.#newRow(kind, null));
      this.#writeSaved(kind, rows);
    }
    for (const length of PLAYLISTS) {
      this.#create('me', length);
    }
    this.#create('friend', 5);
    // Of one of them Spotify tells no snapshot.
    const last = this.api.playlistsInOrder.find(({ items }) => items.length === PLAYLISTS[3]);
    if (last !== undefined) {
      last.snapshot = null;
    }
    this.#note();
  }

  do(deed: Deed): void {
    switch (deed.what) {
      case 'save':
      case 'unsave':
      case 'save-again':
        this.#save(deed);
        break;
      case 'add':
      case 'add-local':
      case 'add-very-old':
      case 'repeat':
      case 'remove':
      case 'move':
        this.#edit(deed);
        break;
      case 'create':
      case 'follow':
        this.#create(deed.what === 'create' ? 'me' : 'friend', deed.length);
        break;
      case 'delete':
      case 'rename':
      case 'describe':
      case 'hide-or-publish':
      case 'collaborate-or-not':
      case 'put-first':
        this.#describe(deed.what, this.#playlist(deed.list));
        break;
      case 'grey-or-back':
      case 'gap-or-back':
      case 'rename-item':
        this.#happenToItem(deed.what, deed.at);
        break;
      default:
        assertNever(deed);
    }
    this.#note();
  }

  /** The id of the longest playlist whose contents can be read. */
  get longestPlaylistId(): string | null {
    const readable = this.api.playlistsInOrder.filter((one) => isReadable(this.api, one));
    const [longest] = readable.sort((one, other) => other.items.length - one.items.length);
    return longest?.id ?? null;
  }

  /** Something happens to the list that is just being read; nothing, where it is none. */
  edit(endpoint: FakeEndpoint, playlistId: string | null, { how, at, to }: Edit): void {
    const kind = collectionKindSchema.safeParse(endpoint);
    if (kind.success) {
      const rows = [...this.#saved(kind.data)];
      editRows(rows, how, at, to, () => this.#newRow(kind.data, null), kind.data);
      this.#writeSaved(kind.data, rows);
    } else if (endpoint === 'playlists') {
      const all = this.api.playlistsInOrder;
      if (how !== 'insert' && how !== 'move' && all.length > FEWEST_PLAYLISTS) {
        all.splice(at % all.length, 1);
      }
      if (how === 'insert' || how === 'swap') {
        this.#create('me', 3);
      } else if (how === 'move') {
        all.unshift(...all.splice(at % all.length, 1));
      }
    } else {
      const playlist = this.api.playlistsInOrder.find(({ id }) => id === playlistId);
      if (playlist === undefined) {
        return;
      }
      editRows(playlist.items, how, at, to, () => this.#newRow('track', 'me'), 'playlist');
      touch(playlist);
    }
    this.#note();
  }

  #note(): void {
    this.log.note(this.#clock.nowMs(), truthOf(this.api));
  }

  #save({ what, kind, at }: Extract<Deed, { kind: unknown }>): void {
    const now = [...this.#saved(kind)];
    const [taken] = what === 'save' ? [] : now.splice(at % Math.max(1, now.length), 1);
    if (what === 'save') {
      now.unshift(this.#newRow(kind, null));
    } else if (what === 'save-again' && taken !== undefined) {
      now.unshift({ ...this.#newRow(kind, null), uri: taken.uri });
    }
    this.#writeSaved(kind, now);
  }

  #saved(kind: CollectionKind): readonly FakeRow[] {
    const { api } = this;
    switch (kind) {
      case 'saved-tracks':
        return api.saved;
      case 'saved-albums':
        return api.savedAlbumRows;
      case 'saved-shows':
        return api.savedShowRows;
      case 'saved-episodes':
        return api.savedEpisodeRows;
      case 'saved-audiobooks':
        return api.savedAudiobookRows;
      case 'followed-artists':
        return api.followedArtistUris.map((uri) => ({ uri, addedAtMs: null, addedBy: null }));
    }
  }

  #writeSaved(kind: CollectionKind, rows: FakeRow[]): void {
    const { api } = this;
    switch (kind) {
      case 'saved-tracks':
        api.saved = rows;
        return;
      case 'saved-albums':
        api.savedAlbumRows = rows;
        return;
      case 'saved-shows':
        api.savedShowRows = rows;
        return;
      case 'saved-episodes':
        api.savedEpisodeRows = rows;
        return;
      case 'saved-audiobooks':
        api.savedAudiobookRows = rows;
        return;
      case 'followed-artists':
        api.followedArtistUris = rows.map(({ uri }) => uri);
    }
  }

  #edit(deed: Extract<Deed, { list: number; at: number }>): void {
    const playlist = this.#playlist(deed.list);
    const { items } = playlist;
    const position = deed.at % (items.length + 1);
    switch (deed.what) {
      case 'remove':
        items.splice(position, deed.length);
        break;
      case 'move': {
        const block = items.splice(position, deed.length);
        items.splice(deed.to % (items.length + 1), 0, ...block);
        break;
      }
      case 'repeat': {
        const again = items[position];
        if (again !== undefined && !this.api.missing.has(again.uri)) {
          items.push({ ...this.#newRow('track', 'me'), uri: again.uri });
        }
        break;
      }
      default: {
        const by = deed.at % 3 === 0 ? 'friend' : 'me';
        for (let count = 0; count < deed.length; count += 1) {
          const row = this.#newRow(deed.what === 'add-local' ? 'local' : 'track', by);
          items.splice(position, 0, deed.what === 'add-very-old' ? withoutDate(row) : row);
        }
      }
    }
    touch(playlist);
  }

  #create(ownerId: string, length: number): void {
    this.#made += 1;
    this.api.playlistsInOrder.unshift({
      id: `p${this.#made}`,
      name: `Playlist ${this.#made}`,
      description: '',
      ownerId,
      isCollaborative: false,
      isPublic: this.#made % 2 === 0,
      snapshot: 1,
      items: Array.from({ length }, () => this.#newRow('track', ownerId)),
    });
  }

  #describe(
    what: Exclude<Extract<Deed, { length: number; list: number }>['what'], 'create' | 'follow'>,
    playlist: FakePlaylist,
  ): void {
    this.#made += 1;
    const all = this.api.playlistsInOrder;
    switch (what) {
      case 'delete':
        if (all.length > FEWEST_PLAYLISTS) {
          all.splice(all.indexOf(playlist), 1);
        }
        return;
      case 'put-first':
        all.splice(all.indexOf(playlist), 1);
        all.unshift(playlist);
        return;
      case 'rename':
        playlist.name = `Renamed ${this.#made}`;
        return;
      case 'describe':
        playlist.description = this.#made % 4 === 0 ? '' : `Described ${this.#made}`;
        return;
      case 'hide-or-publish':
        playlist.isPublic = playlist.isPublic !== true;
        return;
      case 'collaborate-or-not':
        playlist.isCollaborative = !playlist.isCollaborative;
    }
  }

  #happenToItem(what: 'grey-or-back' | 'gap-or-back' | 'rename-item', at: number): void {
    const { api } = this;
    const tracks = [...api.saved, ...api.playlistsInOrder.flatMap(({ items }) => items)];
    const others = [...api.savedAlbumRows, ...api.savedEpisodeRows];
    // Which of several rows without a date a gap stands for, nobody can tell.
    const may = what === 'gap-or-back' ? tracks.filter(isDated(tracks)) : [...tracks, ...others];
    const uri = may[at % Math.max(1, may.length)]?.uri;
    if (uri === undefined) {
      return;
    }
    this.#made += 1;
    if (what === 'rename-item') {
      api.names.set(uri, `Renamed ${this.#made}`);
    } else if (what === 'grey-or-back') {
      const isGrey = api.availability.get(uri) === 'unavailable';
      api.availability.set(uri, isGrey ? 'available' : 'unavailable');
    } else if (!api.missing.delete(uri)) {
      api.missing.add(uri);
    }
  }

  #playlist(index: number): FakePlaylist {
    const all = this.api.playlistsInOrder;
    const playlist = all[index % all.length];
    if (playlist === undefined) {
      throw new RangeError('There is no playlist.');
    }
    return playlist;
  }

  #newRow(kind: string, addedBy: string | null): FakeRow {
    this.#made += 1;
    const what = kind.replace(/^(saved|followed)-(\w+)s$/, '$2');
    // No two rows share a date, so that each gap can stand for one alone.
    const addedAtMs = this.#clock.nowMs() - 100_000_000 + this.#made;
    return { uri: `spotify:${what}:${this.#made}`, addedAtMs, addedBy };
  }
}

/** What is saved is saved on top, and stays where it is; in a playlist everything goes anywhere. */
function editRows(
  rows: FakeRow[],
  how: Edit['how'],
  at: number,
  to: number,
  newRow: () => FakeRow,
  kind: CollectionKind | 'playlist',
): void {
  const taken = how === 'insert' ? [] : rows.splice(at % Math.max(1, rows.length), 1);
  const place = kind === 'playlist' ? to % (rows.length + 1) : 0;
  if (how === 'insert' || how === 'swap') {
    rows.splice(place, 0, newRow());
  } else if (how === 'move') {
    const again = taken.map((row) => (kind === 'playlist' ? row : { ...newRow(), uri: row.uri }));
    rows.splice(place, 0, ...again);
  }
}

function withoutDate(row: FakeRow): FakeRow {
  return { ...row, addedAtMs: null, addedBy: null };
}

function isDated(rows: readonly FakeRow[]): (row: FakeRow) => boolean {
  const undated = new Set(rows.filter(({ addedAtMs }) => addedAtMs === null).map(({ uri }) => uri));
  return ({ uri }) => !undated.has(uri);
}

/** Spotify's word that the contents are others now. */
function touch(playlist: FakePlaylist): void {
  playlist.snapshot = playlist.snapshot === null ? null : playlist.snapshot + 1;
}
