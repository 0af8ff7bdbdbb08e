import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountFollower } from '../../../../../electron/account-follower.ts';
import { text, textOrNull } from '../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import type { Account, SessionState } from '../../../../../shared/session-state.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../../doubles/watched-library.ts';

// Another process signed in as somebody else, and its tokens stand in the cache that both share: from
// one request to the next every answer is another user's.

const ACTIVE: SessionState = {
  kind: 'active',
  life: {
    way: 'authorization-code',
    receivedAtMs: Date.UTC(2026, 10, 1, 12),
    accessTokenExpiresAtMs: Date.UTC(2026, 10, 1, 13),
    refreshAtMs: null,
    authorizedAtMs: null,
    renewBeforeMs: null,
    missingScopes: [],
  },
};

function rowsOf(kind: string, owner: string, count: number): FakeRow[] {
  return Array.from({ length: count }, (_, index) => ({
    uri: `spotify:${kind}:${owner}${index}`,
    addedAtMs: 1_000 + index,
    addedBy: `adder-${owner}`,
  }));
}

/** The same token now opens this user's library. */
function become(api: FakeSpotifyApi, owner: string): void {
  api.accountKey = `key-${owner}`;
  api.saved = rowsOf('track', owner, 120);
  api.savedAlbumRows = rowsOf('album', owner, 60);
  api.followedArtistUris = rowsOf('artist', owner, 60).map(({ uri }) => uri);
  // The playlist ids are the same for both, as those of playlists that both follow are.
  api.playlistsInOrder = ['one', 'two', 'three'].map((id, index) => ({
    id,
    name: `Playlist of ${owner}`,
    description: `By ${owner}`,
    ownerId: 'me',
    isCollaborative: false,
    snapshot: 1,
    items: rowsOf('track', `${owner}-${id}-`, 60 * (index + 1)),
  }));
}

/** Every text in the database that is about an account's library. */
function textsOf(database: Database, key: string): string[] {
  const own = `(SELECT id FROM accounts WHERE key = '${key}')`;
  const lists = `(SELECT id FROM lists WHERE account_id = ${own})`;
  return [
    `SELECT uri || ' ' || name AS said FROM items WHERE account_id = ${own}`,
    `SELECT name || ' ' || description AS said FROM lists
       WHERE account_id = ${own} AND kind = 'playlist'`,
    `SELECT coalesce(added_by, '') AS said FROM entries WHERE list_id IN ${lists}`,
    `SELECT name AS said FROM list_versions WHERE list_id IN ${lists}`,
    `SELECT items.uri AS said FROM entries JOIN items ON items.id = item_id
       WHERE list_id IN ${lists} AND kind <> 'playlist'`,
    `SELECT uri AS said FROM staged_entries JOIN items ON items.id = item_id
       WHERE list_id IN ${lists} AND kind <> 'playlist'`,
    `SELECT list_name AS said FROM changes WHERE account_id = ${own}`,
  ].flatMap((sql) => database.all(sql, (row) => textOrNull(row, 'said') ?? ''));
}

const keys = (database: Database) =>
  database.all('SELECT key FROM accounts ORDER BY key', (row) => text(row, 'key'));

async function quiet(clock: ManualClock): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await clock.advance(0);
  }
}

describe('tokens that are suddenly another account’s', { timeout: 60_000 }, () => {
  it('mix nothing, at whatever request of a pass they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 27 }),
        fc.boolean(),
        async (atRequest, isFirstPass) => {
          const clock = new ManualClock();
          const api = new FakeSpotifyApi();
          const database = memoryDatabase();
          const watched = new WatchedLibrary(api, clock, database);
          const session = {
            state: ACTIVE,
            account: { key: 'key-anna', displayName: 'Anna' } as Account | null,
            setAccount: (key: string, displayName: string) => {
              session.account = { key, displayName };
            },
          };
          const follower = new AccountFollower({
            clock,
            logger: silentLogger,
            session,
            api,
            library: watched.library,
            onChanged: () => undefined,
          });
          become(api, 'anna');
          let left = Number.POSITIVE_INFINITY;
          api.interfere = () => {
            left -= 1;
            if (left === 0) {
              become(api, 'bert');
              session.account = null;
              follower.look();
            }
            return null;
          };
          if (isFirstPass) {
            left = atRequest;
          }
          follower.look();
          await quiet(clock);
          if (!isFirstPass) {
            for (const list of api.playlistsInOrder) {
              list.snapshot = 2;
              list.items.reverse();
            }
            api.saved.splice(3, 2);
            left = atRequest;
            await clock.advance(2 * 3_600_000);
          }
          await quiet(clock);
          // A late request of a light check may never have come.
          if (left > 0) {
            left = 1;
            await clock.advance(2 * 3_600_000);
            await quiet(clock);
          }
          expect(session.account?.key).toBe('key-bert');
          expect(keys(database)).toEqual(['key-anna', 'key-bert']);
          expect(textsOf(database, 'key-anna').filter((said) => /bert/.test(said))).toEqual([]);
          expect(textsOf(database, 'key-bert').filter((said) => /anna/.test(said))).toEqual([]);
          await watched.check();
          expect(watched.stored(null)).toEqual(api.saved);
          expect(watched.stored('three')).toEqual(api.find('three').items);
          expect((await watched.changes()).map(({ kind }) => kind)).toEqual([]);
          follower.close();
          await watched.library.close();
        },
      ),
      { numRuns: 10 },
    );
  });
});
