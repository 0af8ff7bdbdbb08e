import { join } from 'node:path';
import { createLibrary } from '../../electron/library/create-library.ts';
import type { CheckOutcome } from '../../electron/library/library.ts';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type {
  SampleLibrarySize,
  SampleService,
} from '../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../electron/sample-service/start-sample-service.ts';
import { redirectUriFor } from '../../electron/session/callback-request.ts';
import { createMemoryShelf } from '../../electron/session/token-cache-shelf.ts';
import { MemorySettingsStore } from '../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../electron/storage/settings.ts';
import { openStorage } from '../../electron/storage-opening.ts';
import { Watch } from '../../electron/watch.ts';
import { type Clock, systemClock } from '../../shared/clock.ts';
import { silentLogger } from '../../shared/logger.ts';

export interface SampleWatch {
  readonly service: SampleService;
  /** Whether requests are on their way. @throws Error when it pauses, as `check` */
  isBusy(): Promise<boolean>;
  /** One check to its end. @throws Error when it pauses, as then there is nothing to measure */
  check(): Promise<Extract<CheckOutcome, { kind: 'done' }>>;
  close(): Promise<void>;
}

/**
 * The app's own watch – session, Web API, monitor, database file – over a sample library of any
 * size, in this process.
 */
export async function startSampleWatch(
  library: SampleLibrarySize,
  folder: string,
  clock: Clock = systemClock,
): Promise<SampleWatch> {
  const settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  const { redirectPorts } = settings.read();
  const redirectUris = redirectPorts.map((port) => redirectUriFor(port));
  const service = await startSampleService({ clock, seed: 14, library, redirectUris });
  const storage = openStorage(join(folder, 'library.sqlite'), clock, silentLogger);
  const { database } = storage;
  if (database === null) throw new Error(`No database could be opened in ${folder}.`);
  const watch = new Watch({
    mode: 'sample',
    addresses: service,
    sessionSettings: () => settings.read(),
    registeredPorts: () => settings.read().redirectPorts,
    offered: null,
    clock,
    random: Math.random,
    logger: silentLogger,
    settings,
    marker: {
      read: () => settings.read().session,
      write: (session) => settings.update({ session }),
    },
    ledgerStore: storage.ledgerStore,
    caches: createMemoryShelf(clock),
    lockFor: () => null,
    openBrowser: async (url) => {
      await agreeInSampleBrowser(url.href);
      return true;
    },
    createLibrary: (api) =>
      createLibrary({ clock, random: Math.random, logger: silentLogger, database, api, settings }),
    closeStorage: storage.close,
  });
  watch.startSignIn(service.clientId, { way: 'browser', secret: null });
  await accountKnown(watch);
  return {
    service,
    isBusy: async () => {
      const { monitor } = await watch.library.status();
      if (monitor.kind === 'paused') {
        throw new Error(`The watch pauses: ${JSON.stringify(monitor)}`);
      }
      return monitor.kind === 'checking' || watch.session.state.kind === 'refreshing';
    },
    check: async () => {
      const start = await watch.library.checkNow();
      const outcome = start.kind === 'not-now' ? null : await start.outcome;
      if (outcome?.kind === 'done') return outcome;
      const { monitor } = await watch.library.status();
      throw new Error(`The check did not come to its end: ${JSON.stringify(monitor)}`);
    },
    close: async () => {
      await watch.close();
      await service.close();
    },
  };
}

function accountKnown(watch: Watch): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { account, state } = watch.session;
      if (state.kind === 'sign-in-needed' || state.kind === 'offline') {
        reject(new Error(`The sample sign-in did not work: ${state.kind}`));
      } else if (account === null) {
        return;
      } else {
        resolve();
      }
      unsubscribe();
    };
    const unsubscribe = watch.changed.subscribe(look);
    look();
  });
}
