import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../../../electron/storage/open-database.ts';
import { systemClock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { runChecks } from './checks.ts';
import { orderSchema } from './messages.ts';
import { runWriting } from './writing.ts';

// Runs under Electron's own Node, bundled, in a process of its own: so its memory is its own too.
const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
mkdirSync(order.folder, { recursive: true });
const opening = openDatabase({
  path: join(order.folder, 'library.sqlite'),
  clock: systemClock,
  logger: silentLogger,
});
if (opening.kind !== 'open') throw new Error(opening.reason);
const { database } = opening;
const report =
  order.kind === 'checks'
    ? await runChecks(database, order.items)
    : await runWriting(database, order.items);
closeDatabase(database, silentLogger);
process.stdout.write(`${JSON.stringify(report)}\n`);
