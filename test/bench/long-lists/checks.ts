import { readFileSync } from 'node:fs';
import { createLibrary } from '../../../electron/library/create-library.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import type { Database } from '../../../electron/storage/sqlite.ts';
import { systemClock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { watchBlocks } from './block-watch.ts';
import { GeneratedLibrary } from './generated-library.ts';
import type { LongListReport } from './messages.ts';

/** The app's own monitor over a library of saved tracks. */
export async function runChecks(database: Database, items: number): Promise<LongListReport> {
  const api = new GeneratedLibrary(items);
  const library = createLibrary({
    clock: systemClock,
    random: Math.random,
    logger: silentLogger,
    database,
    api,
    settings: { read: () => DEFAULT_SETTINGS },
  });
  // As the tray and the window do, so that the status is read after every page.
  const unsubscribe = library.statusChanged.subscribe(() => undefined);
  const check = async (): Promise<void> => {
    const start = await library.checkNow();
    const outcome = start.kind === 'not-now' ? start : await start.outcome;
    if (outcome.kind !== 'done') {
      throw new Error(`The check did not come to its end: ${JSON.stringify(outcome)}`);
    }
  };
  const measured = async (work: () => Promise<void>) => {
    const requestsBefore = api.requests;
    const startedMs = performance.now();
    const blocks = await watchBlocks(work);
    const seconds = (performance.now() - startedMs) / 1_000;
    return { ...blocks, seconds, requests: api.requests - requestsBefore };
  };
  const memoryBeforeMib = process.memoryUsage.rss() / 2 ** 20;
  const firstPass = await measured(async () => {
    await library.watch({ key: api.accountKey, displayName: 'Me' });
    await check();
  });
  api.savedCount += 1;
  const lightCheck = await measured(check);
  unsubscribe();
  await library.close();
  return {
    kind: 'checks',
    firstPass,
    lightCheck,
    memoryBeforeMib,
    peakMemoryMib: peakMemoryMib(),
  };
}

/** Linux counts what the process that started this one held into `maxRSS`, so it is asked itself. */
function peakMemoryMib(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  const peakKib = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return Number(peakKib ?? process.resourceUsage().maxRSS) / 1_024;
}
