import { integer, integerOrNull, oneOf } from './row.ts';
import type { Database, SqlRow } from './sqlite.ts';

const PASS_KINDS = ['first-pass', 'light-check'] as const;
export type StoredPassKind = (typeof PASS_KINDS)[number];

/** The steps of a pass, in this order. */
export const PASS_STAGES = [
  'playlists',
  'rotation',
  'collections',
  'contents',
  'confirmation',
] as const;
export type PassStage = (typeof PASS_STAGES)[number];

export interface StoredPass {
  readonly kind: StoredPassKind;
  readonly stage: PassStage;
  readonly startedAtMs: number;
  readonly requests: number;
  readonly itemsDone: number;
  readonly itemsTotal: number | null;
  readonly changes: number;
}

/** The pass that runs or waits to go on: at most one an account. It is deleted when it is done. */
export class Passes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(accountId: number): StoredPass | null {
    return this.#database.get('SELECT * FROM passes WHERE account_id = ?', readPass, accountId);
  }

  begin(accountId: number, kind: StoredPassKind, atMs: number): void {
    this.#database.run(
      `INSERT INTO passes (account_id, kind, stage, started_at_ms) VALUES (?, ?, 'playlists', ?)`,
      accountId,
      kind,
      atMs,
    );
  }

  writeStage(accountId: number, stage: PassStage): void {
    this.#database.run('UPDATE passes SET stage = ? WHERE account_id = ?', stage, accountId);
  }

  writeItemsTotal(accountId: number, itemsTotal: number): void {
    this.#database.run(
      'UPDATE passes SET items_total = ? WHERE account_id = ?',
      itemsTotal,
      accountId,
    );
  }

  addItemsTotal(accountId: number, more: number): void {
    this.#database.run(
      'UPDATE passes SET items_total = coalesce(items_total, 0) + ? WHERE account_id = ?',
      more,
      accountId,
    );
  }

  count(
    accountId: number,
    more: { readonly requests?: number; readonly items?: number; readonly changes?: number },
  ): void {
    this.#database.run(
      `UPDATE passes SET requests = requests + ?, items_done = items_done + ?, changes = changes + ?
       WHERE account_id = ?`,
      more.requests ?? 0,
      more.items ?? 0,
      more.changes ?? 0,
      accountId,
    );
  }

  end(accountId: number): void {
    this.#database.run('DELETE FROM passes WHERE account_id = ?', accountId);
  }
}

function readPass(row: SqlRow): StoredPass {
  return {
    kind: oneOf(row, 'kind', PASS_KINDS),
    stage: oneOf(row, 'stage', PASS_STAGES),
    startedAtMs: integer(row, 'started_at_ms'),
    requests: integer(row, 'requests'),
    itemsDone: integer(row, 'items_done'),
    itemsTotal: integerOrNull(row, 'items_total'),
    changes: integer(row, 'changes'),
  };
}
