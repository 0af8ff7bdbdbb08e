import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { DEFAULT_REDIRECT_PORTS } from '../../shared/session-settings.ts';
import { describeCallbackRefusal } from '../../shared/texts/callback-address-advice.ts';
import { connectionTexts } from '../../shared/texts/connection-texts.ts';
import { describeImportRefusal } from '../../shared/texts/import-texts.ts';
import { overviewTexts } from '../../shared/texts/overview-texts.ts';
import { settingsTexts } from '../../shared/texts/settings-texts.ts';
import { describeSignInFailure } from '../../shared/texts/sign-in-failure-texts.ts';
import { CACHE_NAMES } from '../../shared/texts/token-cache-texts.ts';
import { press, signInWith } from './harness/code-flow-by-hand.ts';
import type { Cratewatch } from './harness/cratewatch.ts';
import { expect, test } from './harness/fixtures.ts';
import { SignInWaysForm } from './harness/sign-in-ways.ts';
import { WelcomePage } from './harness/welcome-page.ts';

const WATCHING = { name: 'Watching your library' } as const;

test('a browser on another computer signs in by the address where it ended', async ({
  launch,
  service,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await new WelcomePage(page).clientId.fill(service.clientId);
  await form.choose('pasted');
  await form.submit('pasted');
  const shown = page.getByText(`${service.accountsUrl}/authorize`);
  const callback = await press((await shown.textContent()) ?? '', 'agree');
  expect(callback.origin).toBe(`http://127.0.0.1:${DEFAULT_REDIRECT_PORTS[0]}`);

  const foreign = new URL(callback);
  foreign.searchParams.set('state', 'from-another-sign-in');
  await form.giveAddress(foreign.href);
  await expect(page.getByText(describeCallbackRefusal('other-sign-in'))).toBeVisible();

  await form.giveAddress(callback.href);
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();
});

test('an app signs in by its secret and reads that it sees no library', async ({
  launch,
  service,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await new WelcomePage(page).clientId.fill(service.clientId);
  await form.choose('client-credentials');
  await form.secret.fill(service.clientSecret);
  await form.submit('client-credentials');
  await expect(
    page.getByRole('heading', { name: 'Connected as an app, without an account' }),
  ).toBeVisible();
  expect(service.requests.filter(({ path }) => path.startsWith('/v1'))).toHaveLength(0);
  expect(cratewatch.output).not.toContain(service.clientSecret);
});

test('a pasted access token watches the library, and its end is told as no error', async ({
  launch,
  service,
}) => {
  const { access_token } = await signInWith(service);
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await form.choose('access-token');
  await form.token.fill(`Bearer ${access_token}`);
  await form.submit('access-token');
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();

  service.revokeAccessTokens();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('The access token has ended').first()).toBeVisible();
  expect(cratewatch.output).not.toContain(access_token);
});

test('a token that Spotify does not know is refused, and nothing is changed', async ({
  launch,
}) => {
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await form.choose('access-token');
  await form.token.fill(`BQ${'x'.repeat(100)}`);
  await form.submit('access-token');
  await expect(page.getByText('does not accept this access token').first()).toBeVisible();
});

test('a session of Spotipy is taken over from its file', async ({ launch, service, folder }) => {
  const tokens = await signInWith(service);
  const file = join(folder, '.cache');
  await writeFile(
    file,
    JSON.stringify({ ...tokens, token_type: 'Bearer', expires_at: 1_700_000_000 }),
  );
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await chooseInDialog(cratewatch, file);
  const form = new SignInWaysForm(page);
  await new WelcomePage(page).clientId.fill(service.clientId);
  await form.choose('import');
  await form.submit('import');
  await expect(page.getByRole('heading', WATCHING)).toBeVisible();
  expect(refreshes(service)).toBe(1);
});

test('a file that holds no tokens is refused with the reason', async ({
  launch,
  service,
  folder,
}) => {
  const file = join(folder, 'shopping-list.json');
  await writeFile(file, '{"milk": 2}');
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await chooseInDialog(cratewatch, file);
  const form = new SignInWaysForm(page);
  await new WelcomePage(page).clientId.fill(service.clientId);
  await form.choose('import');
  await form.submit('import');
  await expect(page.getByText(describeImportRefusal('not-a-token-file'))).toBeVisible();
});

test('a session moves into a file of its owner, and goes on from there after a restart', async ({
  launch,
  launchSignedIn,
  profile,
  service,
  keyring,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  await page.getByRole('link', { name: settingsTexts.title }).click();
  await page.locator('label').filter({ hasText: CACHE_NAMES.file }).click();
  await page.getByRole('button', { name: settingsTexts.kept.apply }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: settingsTexts.kept.file.confirm })
    .click();
  const file = join(profile, 'session', `${service.clientId}.json`);
  await expect(page.getByText(file)).toBeVisible();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ token_type: 'Bearer' });
  await cratewatch.quit();

  // Nothing of it is left in the keychain: a locked one is of no concern any more.
  await keyring.lock();
  const second = await launch();
  const pageSecond = await second.window();
  // It opens where it was left, in the settings.
  await pageSecond.getByRole('link', { name: overviewTexts.title }).click();
  await expect(pageSecond.getByRole('heading', WATCHING)).toBeVisible();
});

test('another account that renews is asked about, and declining leaves everything as it was', async ({
  launchSignedIn,
  service,
  handOver,
}) => {
  const { page } = await launchSignedIn();
  await page.getByRole('link', { name: connectionTexts.title }).click();
  service.faults.add({
    match: { path: '/v1/me', times: 1 },
    action: {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'someone-else', display_name: 'Maren Holt', type: 'user' }),
    },
  });
  await page.getByRole('button', { name: connectionTexts.renew.button }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(page.getByRole('alert')).toContainText('Maren Holt signed in just now');
  await page.getByRole('button', { name: 'Keep Juniper Vale' }).click();
  const { title } = describeSignInFailure({ kind: 'other-account' }) ?? {};
  await expect(page.getByRole('alert')).toContainText(title ?? '');
  await page.getByRole('button', { name: connectionTexts.test.button }).click();
  await expect(page.getByText(/Juniper Vale/).first()).toBeVisible();

  // The same account renews with one click, and nothing is asked.
  await page.getByRole('button', { name: connectionTexts.renew.button }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(page.getByRole('heading', { name: 'Connected to Spotify' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

/** The system's own dialog stands outside the window, where nothing of a test can press. */
async function chooseInDialog(cratewatch: Cratewatch, file: string): Promise<void> {
  await cratewatch.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
}

function refreshes(service: SampleService): number {
  return service.requests.filter(({ path }) => path === '/api/token').length - 1;
}
