import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const nowMs = 0;

test('a locked keychain is named and nothing is lost: once it is open, no sign-in is needed', async ({
  launch,
  launchSignedIn,
  keyring,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await keyring.lock();

  const again = await launch();
  const page = await again.window();
  const locked = describeSession({ kind: 'keychain-locked' }, nowMs);
  await expect(page.getByRole('heading', { name: locked.headline })).toBeVisible();

  await again.quit();
  // The harness unlocks by restarting the keyring, and libsecret does not find a restarted keyring
  // within a running process; on a desktop unlocking happens in the same keyring.
  await keyring.unlock();
  const third = await launch();
  const pageThird = await third.window();
  await expect(pageThird.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});

test('without any keychain the user reads what to start before the browser opens', async ({
  launch,
  service,
}) => {
  const cratewatch = await launch({
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' },
  });
  const page = await cratewatch.window();
  await new WelcomePage(page).signIn(service.clientId);
  const missing = describeSession({ kind: 'keychain-missing', restartHelps: false }, nowMs);
  await expect(page.getByText(missing.headline).first()).toBeVisible();
  expect(service.requests).toHaveLength(0);
});

test('a keychain that was restarted is found again after a restart of Cratewatch, one press away', async ({
  launch,
  launchSignedIn,
  service,
  keyring,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  // What Playwright puts into the command line keeps a copy of it from starting by itself.
  await cratewatch.electron.evaluate(({ app }) => {
    app.relaunch = () => {
      process.stdout.write('Starts again\n');
    };
  });
  await keyring.unlock();
  service.revokeAccessTokens();
  await page.getByRole('button', { name: 'Check now' }).click();
  const restarted = describeSession({ kind: 'keychain-missing', restartHelps: true }, nowMs);
  await expect(page.getByRole('heading', { name: restarted.headline })).toBeVisible();
  const ended = cratewatch.exitCode();
  await page.getByRole('button', { name: overviewTexts.restart }).click();
  expect(await ended).toBe(0);
  expect(cratewatch.output).toContain('Starts again');

  const again = await launch();
  const pageAgain = await again.window();
  await expect(pageAgain.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});
