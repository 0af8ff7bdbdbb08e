import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCatalogueItem } from '../../../../electron/spotify/schemas/catalogue-item.ts';
import { closeDatabase } from '../../../../electron/storage/open-database.ts';
import { createRepositories } from '../../../../electron/storage/repositories.ts';
import type { Database } from '../../../../electron/storage/sqlite.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { openedDatabase } from '../../../harness/opened-database.ts';

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-storable-'));
  const path = join(folder, 'library.sqlite');
  database = openedDatabase(path, new ManualClock());
});
afterEach(() => {
  closeDatabase(database, silentLogger);
  rmSync(folder, { recursive: true, force: true });
});

it('whatever is understood as an item is stored, and read as it was', () => {
  const { accounts, items } = createRepositories(database);
  const accountId = accounts.open('me', 'Me').id;
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('half \ud83d', '\udc00 half', 'a\0b', '\0', ''),
  );
  const number = fc.oneof(fc.nat(), fc.constantFrom(-1, 1.5, 2 ** 53, 1e18, 1e21, 1e308));
  const body = fc.record({
    uri: text.map((id) => `spotify:track:${id}`),
    name: text,
    artists: fc.array(fc.record({ name: text }), { maxLength: 3 }),
    album: fc.record({ name: text }),
    duration_ms: number,
    external_ids: fc.record({ isrc: text }),
  });
  fc.assert(
    fc.property(body, (raw) => {
      const item = parseCatalogueItem(raw);
      if (item === null) {
        throw new Error('This has a URI, so it is an item.');
      }
      database.exec('DELETE FROM items');
      const id = items.see(accountId, item, 0);
      expect(items.get(id)).toMatchObject(item);
      expect(items.see(accountId, item, 1)).toBe(id);
    }),
  );
});
