import { openedDatabase } from '../../../../harness/opened-database.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

// Writes so many states of an account's saved tracks into a database that another process has open.
const [, , path = '', account = '', states = '0'] = process.argv;
const database = openedDatabase(path);
const written = new WrittenHistory(database, account);
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
database.close();
