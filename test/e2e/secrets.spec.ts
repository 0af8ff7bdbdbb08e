import { readFile } from 'node:fs/promises';
import { pressInChromium } from './harness/chromium.ts';
import { filesBelow } from './harness/files-below.ts';
import { expect, test } from './harness/fixtures.ts';
import { WelcomePage } from './harness/welcome-page.ts';

test('no token, code or verifier is in any message, output or file outside the keychain', async ({
  launch,
  service,
  handOver,
  profile,
}) => {
  service.behaviour.rotation = true;
  const cratewatch = await launch();
  const page = await cratewatch.window();
  await new WelcomePage(page).signIn(service.clientId);
  await pressInChromium(await handOver.nextUrl(), 'Agree');
  await expect(page.getByRole('heading', { name: 'Watching your library' })).toBeVisible();
  // A refused token and a refresh with rotation in the middle of a check: more ways to slip out.
  service.revokeAccessTokens();
  service.faults.add({ match: { path: /\/me\/tracks/, times: 1 }, action: { kind: 'garbage' } });
  service.library.saveTrack();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('link', { name: /Changes.*1/ })).toBeVisible();
  const messages = await cratewatch.ipcMessages();
  await cratewatch.quit();

  const kinds = new Set(service.issued.map(({ kind }) => kind));
  expect(kinds).toContain('code');
  expect(kinds).toContain('code-verifier');
  expect(service.issued.filter(({ kind }) => kind === 'access-token').length).toBeGreaterThan(1);
  expect(service.issued.filter(({ kind }) => kind === 'refresh-token').length).toBeGreaterThan(1);
  expect(messages.length).toBeGreaterThan(10);

  const places = new Map<string, string>([
    ['the messages between main and window', messages.join('\n')],
    ['what was printed', cratewatch.output],
  ]);
  for (const file of await filesBelow(profile)) {
    places.set(file, await readFile(file, 'latin1'));
  }
  expect([...places.keys()].some((place) => place.endsWith('library.sqlite'))).toBe(true);
  expect([...places.keys()].some((place) => place.endsWith('cratewatch.log'))).toBe(true);

  const leaks: string[] = [];
  for (const { kind, value } of service.issued) {
    for (const [place, text] of places) {
      if (text.includes(value)) {
        leaks.push(`${kind} in ${place}`);
      }
    }
  }
  expect(leaks).toEqual([]);
});
