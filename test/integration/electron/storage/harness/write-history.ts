import { openDatabase } from '../../../../../electron/storage/open-database.ts';
import { systemClock } from '../../../../../shared/clock.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

// Writes so many states of an account's saved tracks into a database that another process has open.
const [, , path = '', account = '', states = '0'] = process.argv;
const opening = openDatabase({ path, clock: systemClock, logger: silentLogger });
if (opening.kind !== 'open') {
  throw new Error(opening.reason);
}
const written = new WrittenHistory(opening.database, account);
const list = written.savedTracks();
for (let state = 0; state < Number(states); state += 1) {
  await written.clock.advance(1_000);
  const rows = Array.from({ length: 40 }, (_, index) => ({
    uri: `${account} ${index + state}`,
    addedAtMs: index + state,
    addedBy: account,
  }));
  await written.show(list, rows);
  // Both are under way at the same time.
  await new Promise((resolve) => setImmediate(resolve));
}
opening.database.close();
