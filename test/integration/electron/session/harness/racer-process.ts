import { FileTokenCache } from '../../../../../electron/session/file-token-cache.ts';
import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import { openSqliteProcessLock } from '../../../../../electron/storage/sqlite-process-lock.ts';
import { silentLogger } from '../../../../../shared/logger.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-settings.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { MemoryMarker } from '../../../../unit/electron/session/harness/memory-marker.ts';
import { QuickClock } from './quick-clock.ts';
import { type RacerAnswer, racerOptionsSchema, racerOrderSchema } from './racer-messages.ts';

// A keeper in a process of its own, for a session that another process has too.
const options = racerOptionsSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { accountsUrl, clientId, cachePath, lockPath } = options;
const clock = new QuickClock(options.clockOriginMs);
const refreshLog = memoryRefreshLog();
const keeper = new SessionKeeper({
  clock,
  random: Math.random,
  clientId,
  accountsUrl,
  caches: singleCacheShelf({
    clock,
    cache: new FileTokenCache({ path: cachePath, clock }),
    kind: 'file',
  }),
  marker: new MemoryMarker(),
  endpoint: new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => 60 }),
  lock: lockPath === null ? null : openSqliteProcessLock(lockPath),
  refreshLog,
  identify: async () => ({ kind: 'unknown' }),
  settings: () => DEFAULT_SESSION_SETTINGS,
  openBrowser: async () => false,
  logger: silentLogger,
});

process.on('message', (message) => {
  clock.shiftMs = racerOrderSchema.parse(message).shiftMs;
  void answer();
});
process.on('disconnect', () => void keeper.close());
await keeper.start();
await answer();

async function answer(): Promise<void> {
  const result = await keeper.getAccessToken();
  if (process.connected) {
    process.send?.({
      token: result.kind === 'token' ? result.token.reveal() : null,
      state: keeper.state.kind,
      lastRefresh: refreshLog.records[0]?.outcome ?? null,
    } satisfies RacerAnswer);
  }
}
