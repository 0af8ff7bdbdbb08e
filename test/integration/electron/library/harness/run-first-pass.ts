import { createLibrary } from '../../../../../electron/library/create-library.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import { createSpotifyApi } from '../../../../../electron/spotify/create-spotify-api.ts';
import { Ledger } from '../../../../../electron/storage/ledger.ts';
import { closeDatabase, openDatabase } from '../../../../../electron/storage/open-database.ts';
import { DEFAULT_SETTINGS } from '../../../../../electron/storage/settings.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { hastyClock } from './hasty-clock.ts';

// A process that can be killed at any moment: goes on with the first pass in the database named on
// the command line, and says "done" when it has reached its end.
const [, , path = '', apiUrl = '', accountKey = ''] = process.argv;
const token = new Secret(process.env.SAMPLE_ACCESS_TOKEN ?? '');
const clock = hastyClock(20);
const opening = openDatabase({ path, clock, logger: silentLogger });
if (opening.kind !== 'open' || opening.notice !== null) {
  throw new Error('The database did not open as it was left.');
}
const { database } = opening;
const api = createSpotifyApi({
  clock,
  random: () => 0.5,
  session: {
    getAccessToken: async () => ({ kind: 'token', token }),
    invalidate: () => undefined,
  },
  ledgerStore: new Ledger(database, silentLogger),
  apiUrl,
  budget: () => ({ perDay: 5_000, perFamilyPerDay: 5_000 }),
  logger: silentLogger,
});
const library = createLibrary({
  clock,
  random: () => 0.5,
  logger: silentLogger,
  database,
  api,
  settings: { read: () => DEFAULT_SETTINGS },
});
await library.watch({ key: accountKey, displayName: 'Sample' });
const start = await library.checkNow();
const outcome = start.kind === 'not-now' ? null : await start.outcome;
await library.close();
await api.close();
closeDatabase(database, silentLogger);
process.stdout.write(outcome?.kind === 'done' ? 'done\n' : `${JSON.stringify(outcome)}\n`);
