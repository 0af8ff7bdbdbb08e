import { machineClock } from '../../../../../electron/machine-clock.ts';
import { createSpotifyApi } from '../../../../../electron/spotify/create-spotify-api.ts';
import { Ledger } from '../../../../../electron/storage/ledger.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { openedDatabase } from '../../../../harness/opened-database.ts';
import { FakeSession } from './fake-session.ts';

// Asks again and again, two at a time, until it is refused or killed.

const [, , path = '', apiUrl = ''] = process.argv;
const database = openedDatabase(path, machineClock);
const api = createSpotifyApi({
  clock: machineClock,
  random: Math.random,
  session: new FakeSession(),
  ledgerStore: new Ledger(database, silentLogger),
  apiUrl,
  budget: () => ({ perDay: 5_000, perFamilyPerDay: 5_000 }),
  logger: silentLogger,
});

async function askOn(): Promise<void> {
  for (let offset = 0; ; offset += 50) {
    const result = await api.savedTracks({ origin: 'by-hand', offset, market: null });
    if (result.kind === 'failed' && result.failure.kind === 'not-now') {
      process.stdout.write(`${result.failure.reason}\n`);
      return;
    }
  }
}

// Alive, so that it ends by being killed and nothing is written in good order.
setInterval(() => undefined, 60_000);
await Promise.all([askOn(), askOn()]);
