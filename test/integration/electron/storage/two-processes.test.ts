import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../../../electron/storage/open-database.ts';
import { text } from '../../../../electron/storage/row.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { openedDatabase } from '../../../harness/opened-database.ts';
import { WrittenHistory } from '../../../harness/written-history.ts';

const WRITER = fileURLToPath(new URL('./harness/write-history.ts', import.meta.url));
const STATES = 60;

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-two-'));
  path = join(folder, 'library.sqlite');
  database = openedDatabase(path);
});
afterEach(() => {
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

const said = (pragma: string) =>
  database.all(`PRAGMA ${pragma}`, (row) => text(row, Object.keys(row)[0] ?? ''));

// One profile has one process, which Electron's lock sees to; here that lock failed.
describe('two processes with one database', () => {
  it('both write what they found, and the file stays sound', async () => {
    const names = ['one', 'other', 'third'];
    const writers = names.map((name) => fork(WRITER, [path, name, String(STATES)]));
    const exits = await Promise.all(writers.map((writer) => once(writer, 'exit')));
    expect(exits.map(([code]) => code)).toEqual([0, 0, 0]);
    expect(said('integrity_check')).toEqual(['ok']);
    expect(said('foreign_key_check')).toEqual([]);
    for (const name of names) {
      const written = new WrittenHistory(database, name);
      const list = written.savedTracks();
      const { rows } = await written.history.observations({ listId: list, offset: 0, count: 999 });
      expect(rows.length).toBe(STATES);
      for (const [age, { id }] of rows.entries()) {
        const state = await written.rowsAt(list, { kind: 'observation', id });
        const first = STATES - 1 - age;
        const expected = Array.from({ length: 40 }, (_, index) => `${name} ${index + first}`);
        expect(state?.map(({ uri }) => uri)).toEqual(expected);
      }
    }
  }, 60_000);

  it('wait for each other where one writes for long', async () => {
    // Well within the time for which a write waits.
    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const { DatabaseSync } = require('node:sqlite');
         const database = new DatabaseSync(process.argv[1]);
         database.exec('BEGIN IMMEDIATE');
         process.stdout.write('held');
         setTimeout(() => { database.exec('COMMIT'); database.close(); }, 300);`,
        path,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    await once(holder.stdout, 'data');
    const written = new WrittenHistory(database, 'waiting');
    await written.show(written.savedTracks(), [{ uri: 'x', addedAtMs: 1, addedBy: null }]);
    expect(await written.rowsAt(written.savedTracks(), { kind: 'time', atMs: 9e12 })).toEqual([
      { uri: 'x', addedAtMs: 1, addedBy: null },
    ]);
    await once(holder, 'exit');
  });
});
