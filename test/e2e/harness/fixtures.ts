import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { agreeInSampleBrowser } from '../../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../electron/sample-service/start-sample-service.ts';
import { redirectUriFor } from '../../../electron/session/callback-request.ts';
import { startDisplayOnly } from '../../../scripts/desktop/desktop.ts';
import { systemClock } from '../../../shared/clock.ts';
import { DEFAULT_REDIRECT_PORTS } from '../../../shared/session-settings.ts';
import { type PrivateKeyring, startPrivateKeyring } from '../../harness/private-keyring.ts';
import { BrowserHandOver } from './browser-hand-over.ts';
import { Cratewatch, type LaunchOptions } from './cratewatch.ts';
import { StatusNotifierHost } from './status-notifier-host.ts';
import { WelcomePage } from './welcome-page.ts';

interface WorkerFixtures {
  /**
   * Leads to a display that only the tests of one worker use, one after the other: on one for all, a
   * window of another test takes the keyboard. Empty where a system has its one display.
   */
  readonly displayEnv: Readonly<Record<string, string>>;
}

interface Fixtures {
  /** A folder of the test's own, deleted afterwards. */
  readonly folder: string;
  readonly keyring: PrivateKeyring;
  /** Whether the desktop has a place for tray icons, as ordinary ones do. */
  readonly hasPanel: boolean;
  /** Null where there is none, or where icons do not travel over D-Bus. */
  readonly panelOrNone: StatusNotifierHost | null;
  /** Where icons travel over D-Bus and a test reads them. */
  readonly panel: StatusNotifierHost;
  readonly service: SampleService;
  readonly handOver: BrowserHandOver;
  /** Electron's user data folder of the test. */
  readonly profile: string;
  /** The environment that leads to the sample service, the private keyring and the hand-over. */
  readonly appEnv: Readonly<Record<string, string>>;
  /** Starts Cratewatch on the sample service with the private keyring; again for a restart. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Cratewatch>;
  /** Starts Cratewatch, signs in and waits for the end of the first pass. */
  readonly launchSignedIn: () => Promise<{ cratewatch: Cratewatch; page: Page }>;
}

/** Small, so that a first pass takes seconds: requests are at least 100 ms apart. */
const LIBRARY = { savedTracks: 130, ownPlaylists: 5, followedPlaylists: 2, itemsPerPlaylist: 12 };

export const test = base.extend<Fixtures, WorkerFixtures>({
  displayEnv: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
    async ({}, use) => {
      const display = await startDisplayOnly();
      await use(display.env);
      await display.end();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cratewatch-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  keyring: async ({}, use) => {
    const keyring = await startPrivateKeyring();
    await use(keyring);
    await keyring.close();
  },
  hasPanel: [true, { option: true }],
  panelOrNone: async ({ keyring, hasPanel }, use) => {
    const isShown = hasPanel && process.platform === 'linux';
    const panel = isShown ? await startPanel(keyring.env) : null;
    await use(panel);
    await panel?.close();
  },
  panel: async ({ panelOrNone }, use) => {
    if (panelOrNone === null) throw new Error('There is no panel on this desktop.');
    await use(panelOrNone);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  service: async ({}, use) => {
    const service = await startSampleService({
      clock: systemClock,
      seed: 7,
      library: LIBRARY,
      redirectUris: DEFAULT_REDIRECT_PORTS.map((port) => redirectUriFor(port)),
    });
    await use(service);
    await service.close();
  },
  handOver: async ({ folder }, use) => {
    await use(await BrowserHandOver.create(folder));
  },
  profile: async ({ folder }, use) => {
    await use(join(folder, 'profile'));
  },
  // The panel stands before the program starts, as it does on a desktop that is in use.
  appEnv: async ({ displayEnv, keyring, panelOrNone: _, service, handOver }, use) => {
    await use({
      ...displayEnv,
      ...keyring.env,
      ...handOver.env(),
      CRATEWATCH_ACCOUNTS_URL: service.accountsUrl,
      CRATEWATCH_API_URL: service.apiUrl,
    });
  },
  launch: async ({ profile, appEnv }, use) => {
    const running: Cratewatch[] = [];
    await use(async (options = {}) => {
      const env = { ...appEnv, ...options.env };
      const cratewatch = await Cratewatch.launch({ profile, ...options, env });
      running.push(cratewatch);
      return cratewatch;
    });
    for (const cratewatch of running) {
      if (!cratewatch.hasEnded) {
        await cratewatch.kill();
      }
    }
  },
  launchSignedIn: async ({ launch, service, handOver }, use) => {
    await use(async () => {
      const cratewatch = await launch();
      const page = await cratewatch.window();
      await new WelcomePage(page).signIn(service.clientId);
      await agreeInSampleBrowser(await handOver.nextUrl());
      await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
      return { cratewatch, page };
    });
  },
});

/** A panel on the bus of this environment. */
export async function startPanel(
  env: Readonly<Record<string, string>>,
): Promise<StatusNotifierHost> {
  return await StatusNotifierHost.start(env.DBUS_SESSION_BUS_ADDRESS ?? '');
}

export { expect } from '@playwright/test';
