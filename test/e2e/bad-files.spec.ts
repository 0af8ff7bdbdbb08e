import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeNotice } from '../../shared/texts/notice-texts.ts';
import { expect, test } from './harness/fixtures.ts';

const GARBAGE = 'This was a database once.\n'.repeat(400);

test('a garbage database is kept under another name, and the user is told', async ({
  launch,
  launchSignedIn,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await writeFile(join(profile, 'library.sqlite'), GARBAGE);

  const again = await launch();
  const page = await again.window();

  const { title } = describeNotice({
    kind: 'database-set-aside',
    id: '',
    reason: 'damaged',
    keptAs: '',
  });
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  const kept = (await readdir(profile)).find((name) => name.startsWith('library.damaged'));
  expect(await readFile(join(profile, kept ?? ''), 'utf8')).toBe(GARBAGE);
});

test('a truncated database is kept, and the library is read anew', async ({
  launch,
  launchSignedIn,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await truncate(join(profile, 'library.sqlite'), 10_000);

  const again = await launch();
  const page = await again.window();

  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  expect((await readdir(profile)).some((name) => name.startsWith('library.damaged'))).toBe(true);
});

test('garbage settings are kept under another name, and the set-up begins anew', async ({
  launch,
  launchSignedIn,
  profile,
}) => {
  const { cratewatch } = await launchSignedIn();
  await cratewatch.quit();
  await writeFile(join(profile, 'settings.json'), '{"version": 1, "clientId": ');

  const again = await launch();
  const page = await again.window();

  const { title } = describeNotice({ kind: 'settings-set-aside', id: '', keptAs: '' });
  await expect(page.getByText(title)).toBeVisible();
  expect((await readdir(profile)).some((name) => name.startsWith('settings.damaged'))).toBe(true);
});
