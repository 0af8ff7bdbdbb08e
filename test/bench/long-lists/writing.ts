import { setImmediate } from 'node:timers/promises';
import { closeList } from '../../../electron/library/close-list.ts';
import type { PassContext } from '../../../electron/library/pass-context.ts';
import { seeEntries } from '../../../electron/library/see-entries.ts';
import { createRepositories } from '../../../electron/storage/repositories.ts';
import type { Database } from '../../../electron/storage/sqlite.ts';
import { systemClock } from '../../../shared/clock.ts';
import { silentLogger } from '../../../shared/logger.ts';
import { GeneratedLibrary } from './generated-library.ts';
import type { LongListReport } from './messages.ts';

/**
 * Takes in pages and closes the list as the monitor does. Each track is three rows: the item, its
 * staged place, and its place in the state that counts.
 */
export async function runWriting(database: Database, items: number): Promise<LongListReport> {
  const api = new GeneratedLibrary(items);
  const repositories = createRepositories(database);
  const account = repositories.accounts.open(api.accountKey, 'Me');
  const list = repositories.lists.openOnly(account.id, 'saved-tracks', 'Saved tracks');
  const context: PassContext = {
    account,
    kind: 'first-pass',
    intervalMs: 3_600_000,
    roundMs: 13 * 24 * 3_600_000,
    origin: 'monitor',
    signal: new AbortController().signal,
    api,
    clock: systemClock,
    logger: silentLogger,
    repositories,
    doubts: new Set(),
    yieldToEventLoop: () => setImmediate(),
    onProgress: () => undefined,
    onListClosed: () => undefined,
  };
  let seconds = 0;
  const measured = async (work: () => unknown): Promise<void> => {
    const startedMs = performance.now();
    await work();
    seconds += (performance.now() - startedMs) / 1_000;
  };
  for (let offset = 0; offset < items; ) {
    const answer = await api.savedTracks({ offset });
    if (answer.kind === 'failed') throw new Error('The generated library did not answer.');
    const { entries } = answer.value;
    await measured(() =>
      database.transaction(() => {
        for (const [index, row] of seeEntries(context, list, entries, Date.now()).entries()) {
          repositories.staging.add(list.id, offset + index, row);
        }
      }),
    );
    offset += entries.length;
  }
  await measured(() =>
    closeList(context, {
      listId: list.id,
      askedAtMs: Date.now(),
      snapshots: { contents: null, listed: null },
    }),
  );
  return { kind: 'writing', rows: 3 * items, seconds };
}
