import type { Shot } from './shot.ts';

const UNKNOWN_STATE = /Unhandled case/;

/** The pages that have no file of their own here. */
export const windowShots: readonly Shot[] = [
  { name: 'welcome', query: 'state=fresh' },
  {
    name: 'welcome-wrong-id',
    query: 'state=fresh',
    act: async (page) => page.getByRole('textbox').fill('https://developer.spotify.com/dashboard'),
  },
  {
    name: 'welcome-ways',
    query: 'state=prefilled',
    act: async (page) => page.getByText('Other ways to sign in').click(),
  },
  {
    name: 'welcome-app-only',
    query: 'state=prefilled',
    act: async (page) => {
      await page.getByText('Other ways to sign in').click();
      await page.getByRole('radio', { name: 'App only' }).click();
      await page.getByRole('button', { name: 'Sign in as the app' }).click();
    },
  },
  { name: 'welcome-pasting', query: 'state=pasting' },
  {
    name: 'welcome-pasting-wrong',
    query: 'state=pasting',
    act: async (page) =>
      page.getByLabel('Address where it ended').fill('INVALID_CLIENT: Invalid redirect URI'),
  },
  { name: 'welcome-confirming', query: 'state=confirming-first' },
  { name: 'welcome-waiting', query: 'state=waiting' },
  { name: 'welcome-timed-out', query: 'state=failed-timed-out' },
  { name: 'welcome-keychain-missing', query: 'state=keychain-missing' },
  { name: 'overview', query: 'page=overview&state=watching' },
  { name: 'overview-quiet', query: 'page=overview&state=quiet' },
  { name: 'overview-sample', query: 'page=overview&state=sample' },
  { name: 'overview-first-pass', query: 'page=overview&state=first-pass' },
  { name: 'overview-quota', query: 'page=overview&state=quota' },
  { name: 'overview-discovering', query: 'page=overview&state=discovering' },
  { name: 'overview-checking', query: 'page=overview&state=checking' },
  { name: 'overview-failed', query: 'page=overview&state=failed' },
  { name: 'overview-unknown', query: 'page=overview&state=requests-failed' },
  { name: 'overview-attention', query: 'page=overview&state=attention' },
  { name: 'overview-paused', query: 'page=overview&state=by-user' },
  {
    name: 'overview-pause-menu',
    query: 'page=overview&state=watching',
    act: async (page) => page.getByRole('button', { name: 'Pause' }).click(),
  },
  { name: 'overview-offline', query: 'page=overview&state=offline' },
  { name: 'overview-expired', query: 'page=overview&state=expired' },
  { name: 'overview-signing-in-again', query: 'page=overview&state=signing-in-again' },
  { name: 'overview-renewal', query: 'page=overview&state=renewal' },
  {
    name: 'overview-toast',
    query: 'page=overview&state=budget-spent',
    act: async (page) => {
      await page.keyboard.press('r');
      await page.locator('.toast').waitFor();
    },
  },
  {
    name: 'overview-loading',
    query: 'page=overview&state=loading',
    act: async (page) => {
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
    },
  },
  { name: 'overview-notices', query: 'page=overview&state=notices' },
  { name: 'overview-hostile', query: 'page=overview&state=hostile' },
  { name: 'changes', query: 'page=changes&state=watching' },
  {
    name: 'changes-focus',
    query: 'page=changes&state=watching',
    act: async (page) => {
      await page.getByRole('article').first().focus();
      for (let step = 0; step < 22; step += 1) await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'changes-arrived',
    query: 'page=changes&state=watching',
    act: async (page) => {
      await page.locator('.feed-scroller').evaluate((feed) => feed.scrollTo(0, 700));
      await page.evaluate('window.arrive(3)');
      await page.getByRole('button', { name: '3 new changes' }).waitFor();
    },
  },
  {
    name: 'changes-group',
    query: 'page=changes&state=long',
    act: async (page) => {
      await page.getByRole('button', { name: / added to / }).click();
      await page.getByRole('button', { name: / added to /, expanded: true }).waitFor();
    },
  },
  { name: 'changes-closed-group', query: 'page=changes&state=long' },
  {
    name: 'changes-lists',
    query: 'page=changes&state=watching',
    act: async (page) => page.getByRole('button', { name: /Changes of one list/ }).click(),
  },
  { name: 'changes-one-list', query: 'page=changes?list=3&state=watching' },
  { name: 'changes-empty', query: 'page=changes/removed&state=quiet' },
  { name: 'changes-before-baseline', query: 'page=changes&state=first-pass' },
  { name: 'changes-waiting', query: 'page=changes&state=quota' },
  { name: 'changes-nothing-new', query: 'page=changes/all?new&state=quiet' },
  {
    name: 'changes-story',
    query: 'page=changes&state=watching',
    act: async (page) => {
      await page.getByRole('article').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'changes-many', query: 'page=changes&state=many' },
  { name: 'changes-loading', query: 'page=changes&state=loading' },
  { name: 'changes-failed', query: 'page=changes&state=failed' },
  { name: 'changes-hostile', query: 'page=changes&state=hostile' },
  { name: 'broken', query: 'page=changes&state=broken', complaint: UNKNOWN_STATE },
  {
    name: 'broken-and-back',
    query: 'page=changes&state=broken',
    complaint: UNKNOWN_STATE,
    act: async (page) => {
      await page.getByRole('button', { name: 'Load the window again' }).click();
      await page.getByRole('heading', { name: 'Watching your library' }).waitFor();
    },
  },
  { name: 'sign-in-again-token-ended', query: 'page=sign-in&state=token-ended' },
  { name: 'sign-in-again-pasting', query: 'page=sign-in&state=pasting-again' },
  { name: 'overview-confirming', query: 'page=overview&state=confirming' },
  { name: 'sign-in-again', query: 'page=sign-in&state=expired' },
  ...[
    'connected',
    'connected-sample',
    'connected-pasted',
    'connected-app-only',
    'connected-imported',
    'connected-troubled',
    'connected-first-hour',
    'connection-offline',
    'connection-restart',
    'connection-ended',
    'connection-renewing',
  ].map((state) => ({ name: `page-${state}`, query: `page=connection&state=${state}` })),
  {
    name: 'connection-tested',
    query: 'page=connection&state=connected',
    act: async (page) => {
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('It works.').waitFor();
    },
  },
  {
    name: 'connection-testing',
    query: 'page=connection&state=connected',
    act: async (page) => {
      await page.evaluate('window.double.api.session.testConnection = () => new Promise(() => {})');
      await page.getByRole('button', { name: 'Test connection' }).click();
    },
  },
  ...[
    'requests-empty',
    'requests-calm',
    'requests-busy',
    'requests-nearly-full',
    'requests-full',
    'requests-spent',
    'requests-quota',
    'requests-rate-limited',
    'requests-lost',
    'requests-failed',
  ].map((state) => ({ name: state, query: `page=connection/requests&state=${state}` })),
  {
    name: 'requests-table',
    query: 'page=connection/requests&state=requests-nearly-full',
    act: async (page) => page.getByText('Show as a table').click(),
  },
  {
    name: 'requests-overview',
    query: 'page=overview&state=requests-full',
  },
  { name: 'settings-requests', query: 'page=settings/requests&state=connected' },
  { name: 'settings-history', query: 'page=settings/history&state=connected' },
  { name: 'settings-limits', query: 'page=settings/requests&state=settings-limits' },
  {
    name: 'settings-quiet-hours',
    query: 'page=settings/notifications&state=settings-quiet-hours&locale=en-US',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Quiet until' }).focus();
    },
  },
  { name: 'settings-proxy', query: 'page=settings/internet&state=settings-proxy' },
  {
    name: 'settings-wrong-proxy',
    query: 'page=settings/internet&state=settings-proxy',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Address of the proxy' }).fill('socks5://x:1080');
      await page.getByRole('textbox', { name: 'User name' }).fill('a:b');
      await page.getByRole('button', { name: 'Forget the password' }).click();
    },
  },
  { name: 'settings', query: 'page=settings&state=connected' },
  { name: 'settings-sample', query: 'page=settings&state=connected-sample' },
  {
    name: 'settings-browser',
    query: 'page=settings&state=connected',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Time for signing in' }).fill('5000');
      await page.getByRole('textbox', { name: 'Ports for the way back' }).fill('43821, 80');
      await page.getByRole('switch', { name: 'Always show' }).click({ force: true });
      await page.getByRole('textbox', { name: 'Ports for the way back' }).focus();
    },
  },
  {
    name: 'settings-end',
    query: 'page=settings&state=connected',
    act: async (page) => page.getByRole('heading', { name: 'About' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'settings-file',
    query: 'page=settings&state=connected',
    act: async (page) => {
      await page.getByRole('radio', { name: 'A file' }).click({ force: true });
      await page.getByRole('button', { name: 'Keep it there' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'menu',
    query: 'page=overview&state=watching',
    act: async (page) => page.getByRole('button', { name: /Account menu/ }).click(),
  },
  {
    name: 'disconnect',
    query: 'page=overview&state=watching',
    act: async (page) => {
      await page.getByRole('button', { name: /Account menu/ }).click();
      await page.getByRole('menuitem', { name: /Disconnect/ }).click();
    },
  },
  {
    name: 'shortcuts',
    query: 'page=overview&state=watching',
    act: async (page) => page.keyboard.press('?'),
  },
];
