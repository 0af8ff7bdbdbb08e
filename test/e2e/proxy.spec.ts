import { OFFLINE_WORDS } from '../../shared/texts/offline-texts.ts';
import {
  type RealProxy,
  type RealProxyOptions,
  startRealProxy,
} from '../integration/electron/network/harness/real-proxy.ts';
import type { LaunchOptions } from './harness/cratewatch.ts';
import { test as base, expect } from './harness/fixtures.ts';
import { SignInWaysForm } from './harness/sign-in-ways.ts';

// Cratewatch as it is installed, on its way to Spotify itself. Between the two stands a proxy of the
// test, which lets nothing through: nobody outside this machine is ever asked.

const NOT_THE_SAMPLE = { CRATEWATCH_ACCOUNTS_URL: '', CRATEWATCH_API_URL: '' };
const NO_VARIABLES = Object.fromEntries(
  ['https_proxy', 'http_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
    [name, ''],
    [name.toUpperCase(), ''],
  ]),
);
const TOKEN = 'pasted-token-that-nobody-knows';

const test = base.extend<{ startProxy: (options: RealProxyOptions) => Promise<RealProxy> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  startProxy: async ({}, use) => {
    const started: RealProxy[] = [];
    await use(async (options) => {
      const proxy = await startRealProxy(options);
      started.push(proxy);
      return proxy;
    });
    await Promise.all(started.map((proxy) => proxy.kill()));
  },
});

const way = (options: Partial<LaunchOptions>): Partial<LaunchOptions> => ({
  ...options,
  env: { ...NOT_THE_SAMPLE, ...NO_VARIABLES, ...options.env },
});

test('the proxy of the environment is asked, and what it wants is told', async ({
  launch,
  startProxy,
}) => {
  const proxy = await startProxy({ login: { user: 'ann', password: 'right' } });
  const address = `http://ann:hush-hush@127.0.0.1:${proxy.port}`;
  const cratewatch = await launch(way({ env: { HTTPS_PROXY: address } }));
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await form.choose('access-token');
  await form.token.fill(TOKEN);
  await form.submit('access-token');
  await expect(
    page.getByRole('heading', { name: OFFLINE_WORDS['proxy-login'].headline }).first(),
  ).toBeVisible();
  // One wrong password, however many requests would have liked to go: an account may be at stake.
  expect(proxy.asked).toEqual(['sent away ann']);
  expect(cratewatch.output).not.toMatch(/hush|aHVzaC/);
});

test('the proxy of the system is asked where the environment names none', async ({
  launch,
  startProxy,
}) => {
  const proxy = await startProxy({ refusesWith: 403 });
  const cratewatch = await launch(way({ args: [`--proxy-server=127.0.0.1:${proxy.port}`] }));
  const page = await cratewatch.window();
  const form = new SignInWaysForm(page);
  await form.choose('access-token');
  await form.token.fill(TOKEN);
  await form.submit('access-token');
  await expect(
    page.getByRole('heading', { name: OFFLINE_WORDS['proxy-refused'].headline }).first(),
  ).toBeVisible();
  // Nobody else is ever asked: Chromium's own errands are none of the user's.
  expect(new Set(proxy.asked)).toEqual(new Set(['refused api.spotify.com']));
});
