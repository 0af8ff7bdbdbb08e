import { openDatabase } from '../../../../../electron/storage/open-database.ts';
import { systemClock } from '../../../../../shared/clock.ts';
import { silentLogger } from '../../../../../shared/logger.ts';

// Opens the database named on the command line and says how that went: for another user's rights.
const opening = openDatabase({
  path: process.argv[2] ?? '',
  clock: systemClock,
  logger: silentLogger,
});
process.stdout.write(`${opening.kind === 'open' ? 'open' : `unusable: ${opening.reason}`}\n`);
