import { openDatabase } from '../../electron/storage/open-database.ts';
import type { Database } from '../../electron/storage/sqlite.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { silentLogger } from '../../shared/logger.ts';

/**
 * The database of a file, made where there is none.
 *
 * @throws Error with the reason where it cannot be opened
 */
export function openedDatabase(path: string, clock: Clock = systemClock): Database {
  const opening = openDatabase({ path, clock, logger: silentLogger });
  if (opening.kind !== 'open') {
    throw new Error(opening.reason);
  }
  return opening.database;
}
