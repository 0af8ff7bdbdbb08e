import { rmSync, statSync } from 'node:fs';
import { integer } from './row.ts';
import type { Database } from './sqlite.ts';

/** Where the copy lies that is made before a schema step from `version`. */
export function backupPath(databasePath: string, version: number): string {
  return `${databasePath}.before-version-${version + 1}`;
}

export function readSchemaVersion(database: Database): number {
  return database.get('PRAGMA user_version', (row) => integer(row, 'user_version')) ?? 0;
}

/**
 * Brings the schema to the newest version, one numbered step after the other, each in a transaction
 * of its own and after a backup. Only the newest backup is kept, and a new file needs none.
 */
export function migrate(database: Database, steps: readonly string[]): void {
  const isNew = readSchemaVersion(database) === 0;
  for (let version = readSchemaVersion(database); version < steps.length; version += 1) {
    const step = steps[version];
    if (step === undefined) {
      return;
    }
    if (!isNew) {
      deleteBackups(database.path, version);
      backUp(database, backupPath(database.path, version));
    }
    database.transaction(() => {
      database.exec(step);
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}

/** Half a copy is of no use to anybody, and on a full disk takes the room that is missing. */
function backUp(database: Database, path: string): void {
  try {
    database.run('VACUUM INTO ?', path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Removes the copies made before earlier schema steps; they hold the data of every account. */
export function deleteBackups(databasePath: string, throughVersion: number): void {
  for (let version = 1; version <= throughVersion; version += 1) {
    rmSync(backupPath(databasePath, version), { force: true });
  }
}

/** Removes those copies that are older than a time: what is deleted since is still in them. */
export function deleteBackupsBefore(
  databasePath: string,
  throughVersion: number,
  atMs: number,
): void {
  for (let version = 1; version <= throughVersion; version += 1) {
    const path = backupPath(databasePath, version);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && stat.mtimeMs < atMs) {
      rmSync(path, { force: true });
    }
  }
}
