import { integer, textOrNull } from '../../../../../../electron/storage/row.ts';
import type { Database } from '../../../../../../electron/storage/sqlite.ts';
import { WrittenHistory } from '../../../../../harness/written-history.ts';

/** Words that stand nowhere else, by which an account can be found in a file. */
export function tracesOf(account: string): readonly string[] {
  return [
    'key',
    'user',
    'track',
    'artist',
    'album',
    'playlist',
    'renamed',
    'described',
    'adder',
  ].map((what) => `${what}Of${account}`);
}

/** An account with a history: lists that changed, a playlist that was renamed, one that is gone. */
export async function fillAccount(
  database: Database,
  account: string,
  tracks: number,
): Promise<WrittenHistory> {
  const written = new WrittenHistory(database, `keyOf${account}`);
  const { accounts, lists, changes } = written.repositories;
  accounts.writeProfile(written.account.id, { userId: `userOf${account}`, country: null });
  const saved = written.savedTracks();
  const playlist = written.playlist(`playlistOf${account}`, `Name of playlistOf${account}`);
  const gone = written.playlist(`goneOf${account}`, `Gone of playlistOf${account}`);
  const about = { artists: [`artistOf${account}`], album: `albumOf${account}` };
  const rows = Array.from({ length: tracks }, (_, index) => ({
    uri: `spotify:track:trackOf${account}${index}`,
    addedAtMs: index,
    addedBy: `adderOf${account}`,
  }));
  for (let look = 0; look < 5; look += 1) {
    await written.clock.advance(3_600_000);
    // Another tenth is gone each time, and one row moves.
    const shown = rows.filter((_, index) => index % 10 !== look);
    await written.show(saved, [...shown.slice(7), ...shown.slice(0, 7)], about);
    await written.show(playlist, shown.slice(0, 50 + look), about);
  }
  await written.show(gone, rows.slice(0, 3), about);
  lists.writeGone(gone, written.clock.nowMs());
  const known = lists.get(playlist);
  if (known !== null) {
    const next = { ...known, name: `renamedOf${account}`, description: `describedOf${account}` };
    lists.describe(playlist, next, written.clock.nowMs());
  }
  changes.publish(written.account.id);
  accounts.writeCheckEnd(written.account.id, written.clock.nowMs());
  return written;
}

/** Everything that the tables hold of an account, as text. */
export function contentOf(database: Database, accountId: number): string[] {
  const lists = '(SELECT id FROM lists WHERE account_id = ?)';
  const tables = {
    accounts: 'id = ?',
    lists: 'account_id = ?',
    items: 'account_id = ?',
    changes: 'account_id = ?',
    entries: `list_id IN ${lists}`,
    revisions: `list_id IN ${lists}`,
    list_versions: `list_id IN ${lists}`,
  };
  return Object.entries(tables).flatMap(([table, where]) =>
    database.all(
      `SELECT * FROM ${table} WHERE ${where} ORDER BY id`,
      (row) => `${table} ${JSON.stringify(row)}`,
      accountId,
    ),
  );
}

/** Rows in any table that hang below an account that does not exist. */
export function orphans(database: Database): string[] {
  return database.all(
    'PRAGMA foreign_key_check',
    (row) => `${textOrNull(row, 'table')} ${integer(row, 'rowid')}`,
  );
}
