import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import type { Library } from './library/library.ts';
import { agreeInSampleBrowser } from './sample-service/authorize-like-a-browser.ts';
import type { SampleService } from './sample-service/sample-service.ts';
import { startSampleService } from './sample-service/start-sample-service.ts';
import { createMemoryShelf } from './session/token-cache-shelf.ts';
import type { SpotifyApi } from './spotify/spotify-api.ts';
import { MemorySettingsStore } from './storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from './storage/settings.ts';
import type { Storage } from './storage-opening.ts';
import { Watch } from './watch.ts';

/** Any number would do; this one makes a pleasant library. */
const SEED = 20_261_121;
/** The sample changes while one looks, so it is looked at more often than Spotify could be. */
const CHECK_INTERVAL_MINUTES = 1;
const LIFE_STEP_INTERVAL_MS = 45_000;

export interface SampleModeOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** The user's own settings: what they say of the set-up is shown, nothing is written to them. */
  readonly settings: SettingsStore;
  readonly openStorage: (path: string) => Storage;
  readonly createLibrary: (api: SpotifyApi, storage: Storage, settings: SettingsStore) => Library;
  /** Whether it changes by itself: every so often something is added, removed, renamed, greyed out. */
  readonly lives: boolean;
}

export interface SampleMode {
  readonly watch: Watch;
  readonly service: SampleService;
  close(): Promise<void>;
}

/**
 * Starts the sample service and a watch over it. It signs in through the same code as ever, only the
 * browser is left out. Nothing of it outlives the process: tokens stay in memory, the database in a
 * temporary folder, and the user's keychain and settings are not touched.
 *
 * @throws Error when it does not start; nothing of it is left then
 */
export async function startSampleMode(options: SampleModeOptions): Promise<SampleMode> {
  const { clock } = options;
  const service = await startSampleService({ clock, seed: SEED, redirectUris: [] });
  const folder = mkdtempSync(join(tmpdir(), 'cratewatch-sample-'));
  let watch: Watch | null = null;
  const close = async (): Promise<void> => {
    try {
      await watch?.close();
      await service.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    watch = createSampleWatch(service, join(folder, 'library.sqlite'), options);
    const signIn = await watch.signIn(service.clientId, { way: 'browser', secret: null });
    if (signIn.kind !== 'signed-in') {
      throw new Error(`The sample sign-in ended as ${signIn.kind}`);
    }
  } catch (error) {
    await close();
    throw error;
  }
  if (options.lives) {
    service.life.start(LIFE_STEP_INTERVAL_MS);
  }
  return { watch, service, close };
}

function createSampleWatch(
  service: SampleService,
  databasePath: string,
  options: SampleModeOptions,
): Watch {
  const { clock, random, logger } = options;
  const settings = new MemorySettingsStore({
    ...DEFAULT_SETTINGS,
    redirectPorts: options.settings.read().redirectPorts,
    checkIntervalMinutes: CHECK_INTERVAL_MINUTES,
  });
  const storage = options.openStorage(databasePath);
  const watch = new Watch({
    mode: 'sample',
    addresses: service,
    // Not the registered ports: those may be taken, or be needed by a real sign-in.
    sessionSettings: () => ({ ...settings.read(), redirectPorts: [0] }),
    registeredPorts: () => options.settings.read().redirectPorts,
    offered: null,
    clock,
    random,
    logger,
    settings,
    marker: {
      read: () => settings.read().session,
      write: (session) => settings.update({ session }),
    },
    ledgerStore: storage.ledgerStore,
    caches: createMemoryShelf(clock),
    lockFor: () => null,
    openBrowser: async (url) => {
      service.registerRedirectUri(url.searchParams.get('redirect_uri') ?? '');
      agreeInSampleBrowser(url.href).catch((error: unknown) => {
        logger.warn('The sample sign-in did not work', { reason: String(error) });
        void watch.session.cancelSignIn();
      });
      return true;
    },
    createLibrary: (api) => options.createLibrary(api, storage, settings),
    closeStorage: storage.close,
  });
  return watch;
}
