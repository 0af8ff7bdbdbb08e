import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStorage } from '../../../electron/storage-opening.ts';
import { systemClock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { writeLibrary } from '../written-library.ts';

/**
 * Makes the folder of a Cratewatch that knows a library of so many saved tracks, and whose sign-in
 * has ended: it shows everything and asks Spotify for nothing.
 *
 * @param apiUrl the sample service that draws the covers
 */
export async function writeLongListProfile(
  folder: string,
  rows: number,
  apiUrl: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const covers = new URL(apiUrl).origin;
  const clock = new ManualClock(systemClock.nowMs());
  const storage = openStorage(join(folder, 'library.sqlite'), clock, silentLogger);
  const { database } = storage;
  if (database === null) throw new Error(`No database could be opened in ${folder}.`);
  try {
    await writeLibrary(database, clock, {
      rows,
      imageUrl: (index) => `${covers}/artwork/cover-${index % 400}.png?size=64`,
    });
  } finally {
    storage.close();
  }
  const session = {
    clientId: '0'.repeat(32),
    accountKey: 'me',
    displayName: 'Me',
    authorizedAtMs: clock.nowMs(),
    ended: 'refused',
  };
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ version: 1, session }));
}
