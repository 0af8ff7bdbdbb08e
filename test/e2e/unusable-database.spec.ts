import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import { describeNotice } from '../../shared/texts/notice-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { runToEnd } from './harness/run-to-end.ts';
import { WelcomePage } from './harness/welcome-page.ts';

test('without a database that can be used the window says so, and the next start works', async ({
  launch,
  profile,
  appEnv,
  service,
  handOver,
}) => {
  // A folder in its place: what root may not write to either.
  await mkdir(join(profile, 'library.sqlite'), { recursive: true });
  const cratewatch = await launch();
  const page = await cratewatch.window();
  const notice = describeNotice({
    kind: 'database-unusable',
    id: '',
    reason: 'cannot-open',
  });
  await expect(page.getByText(notice.title)).toBeVisible();
  await new WelcomePage(page).signIn(service.clientId);
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(
    page.getByRole('heading', { name: 'The library file cannot be used right now' }),
  ).toBeVisible();
  expect(service.requests.filter(({ path }) => path.startsWith('/v1/'))).toHaveLength(1);
  await cratewatch.quit();
  expect(await runToEnd(profile, appEnv, '--exit-after-sync')).toMatchObject({ exitCode: 1 });

  await rmdir(join(profile, 'library.sqlite'));
  const again = await launch();
  const pageAgain = await again.window();
  await expect(pageAgain.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
});
