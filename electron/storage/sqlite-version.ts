import { Database } from './sqlite.ts';

/** Which SQLite keeps the library; null where it does not say. */
export function sqliteVersion(): string | null {
  const database = new Database(':memory:');
  try {
    return database.get('SELECT sqlite_version() AS version', ({ version }) =>
      typeof version === 'string' ? version : null,
    );
  } finally {
    database.close();
  }
}
