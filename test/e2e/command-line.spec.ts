import { expect, test } from './harness/fixtures.ts';
import { processesOf } from './harness/profile-processes.ts';
import { runToEnd, startProgram } from './harness/run-to-end.ts';

test('an unknown option ends with 64 and the option that was probably meant', async ({
  profile,
  appEnv,
}) => {
  const run = await runToEnd(profile, appEnv, '--hiden');
  expect(run.exitCode).toBe(64);
  expect(run.stderr).toContain('Unknown option --hiden. Did you mean --hidden?');
});

test('an address that is not on this machine ends with 64 and the reason', async ({
  profile,
  appEnv,
}) => {
  const env = { ...appEnv, CRATEWATCH_API_URL: 'https://example.com/v1' };
  const run = await runToEnd(profile, env, '--exit-after-sync');
  expect(run.exitCode).toBe(64);
  expect(run.stderr).toContain('CRATEWATCH_API_URL must be an address on this machine');
});

test('--version prints the version and ends', async ({ profile, appEnv }) => {
  const run = await runToEnd(profile, appEnv, '--version');
  expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Cratewatch \d+\.\d+/) });
});

test('--exit-after-sync without a sign-in ends with 2', async ({ profile, appEnv }) => {
  const run = await runToEnd(profile, appEnv, '--exit-after-sync');
  expect(run).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('Not signed in') });
});

test('--exit-after-sync syncs once, sums it up in its last line and ends with 0', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  service.library.saveTrack();

  const run = await runToEnd(profile, appEnv, '--exit-after-sync');

  expect(run.exitCode).toBe(0);
  expect(run.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^Synced \d+ items in \d+ requests, 1 changes, \d+\.\d s$/,
  );
});

test('--exit-after-sync under Spotify’s daily quota says until when and ends with 3', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  service.faults.add({
    match: { path: /^\/v1\// },
    action: { kind: 'quota', retryAfterSeconds: 48_925 },
  });

  const run = await runToEnd(profile, appEnv, '--exit-after-sync');

  expect(run.exitCode).toBe(3);
  expect(run.stdout).toMatch(/quota/i);
  expect(run.stdout).toMatch(/\d{1,2}:\d{2}/);
});

test('--exit-after-sync without a network ends with 4', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await service.close();

  const run = await runToEnd(profile, appEnv, '--exit-after-sync');

  expect(run).toMatchObject({
    exitCode: 4,
    stdout: expect.stringContaining('Spotify cannot be reached'),
  });
});

/** As under cron, or over ssh. */
const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'tty' };

test('--help and --version need no display', async ({ profile, appEnv }) => {
  const env = { ...appEnv, ...NO_DISPLAY };
  expect(await runToEnd(profile, env, '--help')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('--exit-after-sync'),
  });
  expect(await runToEnd(profile, env, '--version', '--hidden')).toMatchObject({ exitCode: 0 });
});

test('without a display a start says that it needs one and ends with 1', async ({
  profile,
  appEnv,
}) => {
  const run = await runToEnd(profile, { ...appEnv, ...NO_DISPLAY }, '--hidden');
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('no display here') });
});

test('without a display SIGTERM ends the check as well, and leaves nobody behind', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    const run = async (): Promise<void> => {
      resolve();
      await new Promise<void>((go) => {
        release = go;
      });
    };
    service.faults.add({ match: { path: /^\/v1\// }, action: { kind: 'call', run } });
  });
  const run = startProgram(profile, { ...appEnv, ...NO_DISPLAY }, '--exit-after-sync');
  await held;

  run.kill('SIGTERM');

  await expect.poll(() => processesOf(profile)).toEqual([]);
  release();
});

test('without a display --exit-after-sync checks all the same', async ({
  launchSignedIn,
  profile,
  appEnv,
  service,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  service.library.saveTrack();

  const run = await runToEnd(
    profile,
    { ...appEnv, ...NO_DISPLAY },
    '--hidden',
    '--exit-after-sync',
  );

  expect(run).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^Synced .* 1 changes/m),
  });
  await service.close();
  const offline = await runToEnd(profile, { ...appEnv, ...NO_DISPLAY }, '--exit-after-sync');
  expect(offline.exitCode).toBe(4);
});
