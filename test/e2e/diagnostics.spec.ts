import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { OTHER_USERS, SAMPLE_USER } from '../../electron/sample-service/collection/sample-user.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { expect, test } from './harness/fixtures.ts';

/** Everything in the library that has a name; one-word names may be words of the program too. */
function privateTexts(service: SampleService): readonly string[] {
  const truth = service.library.snapshot();
  const entries = [
    ...truth.savedTracks,
    ...truth.savedAlbums,
    ...truth.savedShows,
    ...truth.savedEpisodes,
    ...truth.followedArtists,
    ...truth.playlists.flatMap(({ items }) => items),
  ];
  const names = [
    ...entries.flatMap(({ name, artists }) => [name, ...artists]),
    ...truth.playlists.flatMap(({ name, ownerName }) => [name, ownerName]),
    ...OTHER_USERS.map(({ displayName }) => displayName),
    SAMPLE_USER.displayName,
  ].filter((name) => name.trim().includes(' '));
  const ids = [
    // What a local file's address ends with is its length in seconds, as any time of a log may.
    ...entries.map(({ uri }) =>
      uri.startsWith('spotify:local:') ? uri : (uri.split(':').at(-1) ?? uri),
    ),
    ...truth.playlists.flatMap(({ id, snapshotId }) => [id, snapshotId]),
    SAMPLE_USER.id,
    SAMPLE_USER.accountId,
    service.clientId,
  ];
  return [...new Set([...names, ...ids])];
}

test('neither the log nor the diagnostics name anything of the library or its user', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { cratewatch, page } = await launchSignedIn();
  // Things go wrong and change: more occasions to name them.
  service.faults.add({
    match: { path: /\/playlists\/.*\/items/, times: 1 },
    action: { kind: 'garbage' },
  });
  service.library.saveTrack();
  const [playlist] = service.library.snapshot().playlists;
  service.library.rename(playlist?.id ?? '', 'A name that nobody may read');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('link', { name: /Changes.*[1-9]/ })).toBeVisible();

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Show diagnostics' }).click();
  const shown = page.getByRole('region', { name: 'What will be copied' });
  await expect(shown).toContainText('Cratewatch diagnostics');
  const text = (await shown.textContent()) ?? '';
  expect(text).toContain('  monitor: watching');
  expect(text).toContain('  saved tracks: 131');
  expect(text).toMatch(/ {2}SQLite: 3\.\d+/);
  expect(text).toMatch(/info {2}A check is done\. items=\d+/);
  expect(text).not.toContain(homedir() === '/root' ? '/root/' : homedir());
  expect(text).not.toContain(profile);

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await cratewatch.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
  await cratewatch.quit();

  const log = await readFile(join(profile, 'logs', 'cratewatch.log'), 'utf8');
  expect(log.length).toBeGreaterThan(500);
  const found = [...privateTexts(service), 'A name that nobody may read'].filter(
    (name) => log.includes(name) || text.includes(name),
  );
  expect(found).toEqual([]);
});
