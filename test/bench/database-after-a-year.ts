import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ItemMetadata, StoredItemKind } from '../../electron/storage/items.ts';
import { integer } from '../../electron/storage/row.ts';
import type { Database } from '../../electron/storage/sqlite.ts';
import { openStorage } from '../../electron/storage-opening.ts';
import { silentLogger } from '../../shared/logger.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { type ShownRow, WrittenHistory } from '../harness/written-history.ts';
import type { BenchSurroundings, Measurement } from './measurement.ts';
import { referenceLibrary } from './reference-library.ts';
import { plainRow } from './row.ts';

const DAYS = 365;
const HOUR_MS = 3_600_000;
const BUDGET_MB = 150;
/** Rows that change in a day: saved tracks and items of playlists, each of them added and removed. */
const A_DAY = { saved: 15, unsaved: 10, added: 12, removed: 12, greyed: 1 } as const;

/**
 * Size of the database after a year of hourly checks of the reference library, with 50 changes a
 * day. Written by the monitor's own comparison and tables on a clock that is wound on, without
 * requests.
 */
export const databaseAfterAYear: Measurement = {
  ids: ['database-after-a-year'],
  async measure({ workFolder, say }: BenchSurroundings) {
    const folder = join(workFolder, 'database-after-a-year');
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'library.sqlite');
    const clock = new ManualClock();
    const storage = openStorage(path, clock, silentLogger);
    const { database } = storage;
    if (database === null) throw new Error(`No database could be opened in ${folder}.`);
    try {
      // What is measured is what stands in the file, not how safely it got there.
      database.exec('PRAGMA synchronous = OFF');
      const year = new Year(database, clock);
      await year.begin();
      const megabytesAtFirst = megabytes(database, path);
      for (let day = 1; day <= DAYS; day += 1) {
        await year.live(day);
        if (day % 73 === 0) say(`Day ${day} of ${DAYS}…`);
      }
      const changes = database.get('SELECT count(*) AS rows FROM changes', (row) =>
        integer(row, 'rows'),
      );
      return [
        {
          ...plainRow({
            id: 'database-after-a-year',
            value: megabytes(database, path),
            unit: 'MB',
            budget: BUDGET_MB,
          }),
          note: `${megabytesAtFirst.toFixed(1)} MB after the first pass, then ${changes} changes.`,
        },
      ];
    } finally {
      storage.close();
    }
  },
};

function megabytes(database: Database, path: string): number {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return statSync(path).size / 1_000_000;
}

/** The reference library and its owner's habits. */
class Year {
  readonly #written: WrittenHistory;
  readonly #clock: ManualClock;
  readonly #playlists: { readonly listId: number; readonly rows: ShownRow[] }[] = [];
  readonly #savedId: number;
  readonly #saved: ShownRow[] = [];
  #made = 0;

  constructor(database: Database, clock: ManualClock) {
    this.#clock = clock;
    this.#written = new WrittenHistory(database, 'me', clock, describeItem);
    this.#savedId = this.#written.savedTracks();
  }

  async begin(): Promise<void> {
    const { savedTracks, ownPlaylists, followedPlaylists, itemsPerPlaylist } = referenceLibrary;
    this.#saved.push(...this.#newRows('track', savedTracks));
    await this.#written.show(this.#savedId, this.#saved);
    const ids = this.#newRows('playlist', ownPlaylists + followedPlaylists).map(idOf);
    for (const [index, id] of ids.entries()) {
      const listId = this.#written.playlist(id, `Playlist number ${index}`);
      if (index < ownPlaylists) {
        const rows = this.#newRows('track', itemsPerPlaylist);
        this.#playlists.push({ listId, rows });
        await this.#written.show(listId, rows);
      }
    }
    await this.#written.showPlaylists(ids);
    const { lists, accounts } = this.#written.repositories;
    const others = [
      ['saved-albums', 'album', referenceLibrary.savedAlbums],
      ['saved-shows', 'show', referenceLibrary.savedShows],
      ['saved-episodes', 'episode', referenceLibrary.savedEpisodes],
      ['followed-artists', 'artist', referenceLibrary.followedArtists],
    ] as const;
    for (const [kind, what, count] of others) {
      const { id } = lists.openOnly(this.#written.account.id, kind, kind);
      await this.#written.show(id, this.#newRows(what, count ?? 0));
    }
    accounts.writeCheckEnd(this.#written.account.id, this.#clock.nowMs());
  }

  /** 24 checks; the changes of the day are found by the one in the evening. */
  async live(day: number): Promise<void> {
    const { lists, accounts, database } = this.#written.repositories;
    for (let hour = 0; hour < 24; hour += 1) {
      await this.#clock.advance(HOUR_MS);
      const nowMs = this.#clock.nowMs();
      database.transaction(() => {
        for (const { listId } of this.#playlists) lists.writeObserved(listId, nowMs);
        accounts.writeCheckEnd(this.#written.account.id, nowMs);
      });
    }
    this.#saved.splice((day * 97) % (this.#saved.length - 20), A_DAY.unsaved);
    this.#saved.unshift(...this.#newRows('track', A_DAY.saved));
    for (let greyed = 0; greyed < A_DAY.greyed; greyed += 1) {
      const index = (day * 31 + greyed * 7) % this.#saved.length;
      const row = this.#saved[index];
      if (row !== undefined) this.#saved[index] = { ...row, availability: 'unavailable' };
    }
    await this.#written.show(this.#savedId, this.#saved);
    for (let deed = 0; deed < A_DAY.added; deed += 1) {
      const playlist = this.#playlists[(day * 13 + deed * 17) % this.#playlists.length];
      if (playlist !== undefined) {
        const { listId, rows } = playlist;
        rows.splice((day + deed * 5) % rows.length, 1);
        rows.splice((day * 3 + deed) % rows.length, 0, ...this.#newRows('track', 1));
        await this.#written.show(listId, rows);
      }
    }
  }

  #newRows(what: string, count: number): ShownRow[] {
    return Array.from({ length: count }, () => {
      this.#made += 1;
      const id = `7AbCdEfGhIjKlMn${this.#made.toString(36).padStart(7, '0')}`;
      const addedAtMs = this.#clock.nowMs() - this.#made * 1_000;
      return { uri: `spotify:${what}:${id}`, addedAtMs, addedBy: 'a-user-name-of-usual-length' };
    });
  }
}

const KINDS: readonly StoredItemKind[] = [
  'track',
  'album',
  'show',
  'episode',
  'artist',
  'playlist',
];

/** As long as names, codes and addresses usually are. */
function describeItem(uri: string): ItemMetadata {
  const [, what] = uri.split(':');
  const number = Number.parseInt(idOf({ uri }).slice(-7), 36);
  return {
    uri,
    kind: KINDS.find((kind) => kind === what) ?? 'unknown',
    name: `A title as long as most, ${uri.slice(-5)}`,
    artists: [`An artist's name ${number % 2_000}`],
    album: `An album's title, ${number % 6_000}`,
    durationMs: 200_000,
    isrc: `GBAYE${uri.slice(-7).toUpperCase()}`,
    imageUrl: `https://i.scdn.co/image/ab67616d00004851${uri.slice(-22)}00`,
  };
}

function idOf({ uri }: Pick<ShownRow, 'uri'>): string {
  return uri?.split(':').at(-1) ?? '';
}
