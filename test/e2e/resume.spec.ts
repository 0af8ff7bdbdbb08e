import { join } from 'node:path';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import { SAMPLE_USER } from '../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { closeDatabase, openDatabase } from '../../electron/storage/open-database.ts';
import { systemClock } from '../../shared/clock.ts';
import { silentLogger } from '../../shared/logger.ts';
import {
  storedItems,
  storedLibrary,
  trueLibrary,
  withoutNamesOfGaps,
} from '../integration/electron/library/harness/stored-library.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';
import { LoginManager } from './harness/login-manager.ts';
import { runToEnd } from './harness/run-to-end.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const SUMMARY = /^Synced \d+ items in \d+ requests, 0 changes, /m;

/** Everything that a run has stored, without ids and times. */
function readProfile(profile: string) {
  const path = join(profile, 'library.sqlite');
  const opening = openDatabase({ path, clock: systemClock, logger: silentLogger });
  if (opening.kind !== 'open' || opening.notice !== null) {
    throw new Error('The database did not open as it was left.');
  }
  const { database } = opening;
  const content = {
    library: storedLibrary(database, SAMPLE_USER.accountId),
    items: storedItems(database),
  };
  closeDatabase(database, silentLogger);
  return content;
}

/** Kills the app without a word while the service holds its nth request of the Web API. */
async function killAtRequest(
  service: SampleService,
  nth: number,
  start: () => Promise<Cratewatch>,
): Promise<void> {
  let started: Promise<Cratewatch> | null = null;
  const killed = new Promise<void>((resolve, reject) => {
    service.faults.add({
      match: { path: /^\/v1\//, nth },
      action: {
        kind: 'call',
        run: async () => {
          const cratewatch = await started;
          await cratewatch?.kill();
          resolve();
        },
      },
    });
    started = start();
    started.catch(reject);
  });
  await killed;
  service.faults.clear();
}

function apiRequests(service: SampleService): number {
  return service.requests.filter(({ path }) => path.startsWith('/v1/')).length;
}

test('a first pass that is killed again and again ends as if nothing had happened', async ({
  launch,
  service,
  profile,
  folder,
  appEnv,
  handOver,
}) => {
  test.setTimeout(120_000);
  // The very first request asks whose library it is: the app dies before it knows.
  await killAtRequest(service, 1, async () => {
    const cratewatch = await launch();
    const page = await cratewatch.window();
    await new WelcomePage(page).signIn(service.clientId);
    await agreeInSampleBrowser(await handOver.nextUrl());
    return cratewatch;
  });
  const kills = [2, 3, 4, 2, 5];
  for (const nth of kills) {
    await killAtRequest(service, nth, () => launch({ args: ['--hidden'] }));
  }
  const end = await runToEnd(profile, appEnv, '--exit-after-sync');
  expect(end).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(SUMMARY) });
  const consents = service.requests.filter(({ path }) => path === '/authorize');
  expect(consents).toHaveLength(2); // the page and its form, both of the one sign-in

  const requestsKilled = apiRequests(service);
  const undisturbedProfile = join(folder, 'undisturbed');
  const other = await launch({ profile: undisturbedProfile });
  const page = await other.window();
  await new WelcomePage(page).signIn(service.clientId);
  await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
  await other.quit();

  const killed = readProfile(profile);
  expect(killed).toEqual(readProfile(undisturbedProfile));
  const truth = trueLibrary(service.library.snapshot());
  expect(withoutNamesOfGaps(killed.library, truth)).toEqual(truth);
  // Each start asks once whose library it is, and reads at most the page in flight once more.
  const requestsUndisturbed = apiRequests(service) - requestsKilled;
  expect(requestsKilled).toBeLessThanOrEqual(requestsUndisturbed + 2 * (kills.length + 1));
});

test('a pass that is killed while it looks for changes loses none and tells none twice', async ({
  launch,
  launchSignedIn,
  service,
  profile,
  appEnv,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  const { library } = service;
  const own = library.snapshot().playlists.find(({ readable, items }) => readable && items[1]);
  library.saveTrack();
  library.removeItems(own?.id ?? '', 0);
  library.rename(own?.id ?? '', 'Songs for the ferry');

  for (const nth of [2, 3]) {
    await killAtRequest(service, nth, () => launch({ args: ['--exit-after-sync'] }));
  }
  const end = await runToEnd(profile, appEnv, '--exit-after-sync');

  expect(end).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(', 3 changes, ') });
  const again = await launch();
  const page = await again.window();
  await page.getByRole('link', { name: /Changes/ }).click();
  await expect(page.getByRole('feed').getByText('Songs for the ferry').first()).toBeVisible();
  await again.quit();
  const truth = trueLibrary(library.snapshot());
  expect(withoutNamesOfGaps(readProfile(profile).library, truth)).toEqual(truth);
});

test('a machine that wakes up goes on at once where it was offline', async ({
  keyring,
  launch,
  launchSignedIn,
  service,
}) => {
  const { cratewatch: first } = await launchSignedIn();
  await first.quit();
  const bus = keyring.env.DBUS_SESSION_BUS_ADDRESS ?? '';
  const manager = await LoginManager.start(bus);
  const cratewatch = await launch({ env: { DBUS_SYSTEM_BUS_ADDRESS: bus } });
  const page = await cratewatch.window();
  await manager.askedToDelay('shutdown');
  const fault = service.faults.add({
    match: { path: /^\//, times: Number.POSITIVE_INFINITY },
    action: { kind: 'reset' },
  });
  await page.getByRole('button', { name: 'Check now' }).click();
  const offline = page.getByRole('heading', { name: 'Spotify cannot be reached' });
  await expect(offline).toBeVisible({ timeout: 40_000 });
  // Chromium closes its connections when the machine goes to sleep, to whoever drives it too.
  manager.sleep(true);
  fault.remove();
  const before = service.requests.length;
  const answered = () => service.requests.slice(before).filter(({ status }) => status < 400);

  manager.sleep(false);

  // By itself it would look again after half a minute at the earliest.
  await expect
    .poll(() => answered().map(({ path }) => path), { timeout: 8_000 })
    .toContain('/v1/me');
  await manager.close();
});
