import { flag, integer, integerOrNull, text, textOrNull } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

export interface StoredAccount {
  readonly id: number;
  readonly key: string;
  /** The id that stands as owner and `added_by`; null until the profile was read. */
  readonly userId: string | null;
  readonly country: string | null;
  /** End of the first pass; changes are reported from here on. */
  readonly baselineAtMs: number | null;
  readonly lastCheckAtMs: number | null;
  /** A pause that the user asked for; `untilMs` null: until it is ended. Null while there is none. */
  readonly userPause: { readonly untilMs: number | null } | null;
  /** Up to when the rotation has looked at as much as it owes; null before it began. */
  readonly rotationPaidUntilMs: number | null;
}

/** The accounts whose libraries stand in this file. Everything else hangs below one of them. */
export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The account with this key, made where it is new. */
  open(key: string, displayName: string): StoredAccount {
    this.#database.run(
      `INSERT INTO accounts (key, display_name) VALUES (?, ?)
       ON CONFLICT (key) DO UPDATE SET display_name = excluded.display_name`,
      key,
      displayName,
    );
    const account = this.find(key);
    if (account === null) {
      throw new Error('The account just written is not there.');
    }
    return account;
  }

  find(key: string): StoredAccount | null {
    return this.#database.get('SELECT * FROM accounts WHERE key = ?', readAccount, key);
  }

  get(id: number): StoredAccount | null {
    return this.#database.get('SELECT * FROM accounts WHERE id = ?', readAccount, id);
  }

  ids(): readonly number[] {
    return this.#database.all('SELECT id FROM accounts ORDER BY id', (row) => integer(row, 'id'));
  }

  writeProfile(id: number, profile: { userId: string; country: string | null }): void {
    this.#database.run(
      'UPDATE accounts SET user_id = ?, country = ? WHERE id = ?',
      profile.userId,
      profile.country,
      id,
    );
  }

  /** Of what the first pass found nobody is told. */
  writeCheckEnd(id: number, atMs: number): void {
    this.#database.run(
      `UPDATE accounts SET last_check_at_ms = ?, baseline_at_ms = coalesce(baseline_at_ms, ?),
         told_through_id = iif(baseline_at_ms IS NULL, last_change_id, told_through_id)
       WHERE id = ?`,
      atMs,
      atMs,
      id,
    );
  }

  /** Null ends a pause. */
  writeUserPause(id: number, pause: StoredAccount['userPause']): void {
    this.#database.run(
      'UPDATE accounts SET is_paused = ?, paused_until_ms = ? WHERE id = ?',
      pause === null ? 0 : 1,
      pause?.untilMs ?? null,
      id,
    );
  }

  writeRotationPaidUntil(id: number, atMs: number): void {
    this.#database.run('UPDATE accounts SET rotation_paid_until_ms = ? WHERE id = ?', atMs, id);
  }
}

function readAccount(row: SqlRow): StoredAccount {
  return {
    id: integer(row, 'id'),
    key: text(row, 'key'),
    userId: textOrNull(row, 'user_id'),
    country: textOrNull(row, 'country'),
    baselineAtMs: integerOrNull(row, 'baseline_at_ms'),
    lastCheckAtMs: integerOrNull(row, 'last_check_at_ms'),
    userPause: flag(row, 'is_paused') ? { untilMs: integerOrNull(row, 'paused_until_ms') } : null,
    rotationPaidUntilMs: integerOrNull(row, 'rotation_paid_until_ms'),
  };
}
