import { agreeInSampleBrowser } from '../../electron/sample-service/authorize-like-a-browser.ts';
import type { FaultAction } from '../../electron/sample-service/faults/fault.ts';
import type { SampleService } from '../../electron/sample-service/sample-service.ts';
import { OFFLINE_WORDS } from '../../shared/texts/offline-texts.ts';
import { describeService } from '../../shared/texts/service-texts.ts';
import { describeSession } from '../../shared/texts/session-texts.ts';
import { expect, test } from './harness/fixtures.ts';
import { readStoredLibrary } from './harness/stored-library.ts';
import { WelcomePage } from './harness/welcome-page.ts';

// What breaks at Spotify's or on the way, as the user sees it: the window says what is true, nothing
// is removed, and when the fault is over the watch goes on.

const WATCHING = { name: 'Watching your library' };
const ANYTHING = /^\/v1\//;
const A_PLAYLIST = /^\/v1\/playlists\//;
const TROUBLE = { name: 'Spotify has trouble', level: 1 };
const TRY_AGAIN = { name: 'Try again' };
const CHECK_NOW = { name: 'Check now' };

const GUEST_NETWORK = { name: OFFLINE_WORDS['guest-network'].headline, level: 1 };

const NO_ANSWERS: readonly (readonly [string, FaultAction])[] = [
  ['nothing', { kind: 'empty' }],
  ['half a body', { kind: 'cut-body' }],
];

test('what is no answer during a check removes nothing, and trying again works at once', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { page: window } = await launchSignedIn();
  // What is known already would be answered without a body, and that cannot be cut.
  service.behaviour.etags = 'off';
  for (const [index, [what, action]] of NO_ANSWERS.entries()) {
    await test.step(what, async () => {
      const before = readStoredLibrary(profile);
      service.library.removeSavedTrack(newestSavedTrack(service));
      const fault = always(service, ANYTHING, action);
      await window.getByRole('button', CHECK_NOW).click();

      await expect(window.getByRole('heading', TROUBLE)).toBeVisible();
      await expect(window.getByText(/^Nothing is lost\. The next try is at \d/)).toBeVisible();
      await expect(window.getByRole('progressbar')).toHaveCount(0);
      expect(readStoredLibrary(profile)).toEqual(before);

      fault.remove();
      await window.getByRole('button', TRY_AGAIN).click();
      await expect(window.getByRole('heading', WATCHING)).toBeVisible();
      await expect(window.getByRole('link', { name: `Changes ${index + 1} new` })).toBeVisible();
      expect(readStoredLibrary(profile).savedTracks).toBe(before.savedTracks - 1);
    });
  }
});

test('the sign-in page of a network is told as such, and is looked past by itself', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { page: window } = await launchSignedIn();
  const before = readStoredLibrary(profile);
  service.library.removeSavedTrack(newestSavedTrack(service));
  const fault = always(service, ANYTHING, page(200));
  await window.getByRole('button', CHECK_NOW).click();
  await expect(window.getByRole('heading', GUEST_NETWORK)).toBeVisible();
  await expect(window.getByText(OFFLINE_WORDS['guest-network'].service)).toBeVisible();
  expect(readStoredLibrary(profile)).toEqual(before);

  fault.remove();
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
  await expect(window.getByRole('link', { name: 'Changes 1 new' })).toBeVisible();
  expect(readStoredLibrary(profile).savedTracks).toBe(before.savedTracks - 1);
});

test('what is no answer in the first pass only delays it', async ({
  launch,
  service,
  handOver,
  profile,
}) => {
  const cratewatch = await launch();
  const window = await cratewatch.window();
  await new WelcomePage(window).signIn(service.clientId);
  let fault = always(service, A_PLAYLIST, { kind: 'empty' });
  await agreeInSampleBrowser(await handOver.nextUrl());

  for (const [what, next] of [
    ['nothing', { kind: 'cut-body' }],
    ['half a body', null],
  ] as const) {
    await test.step(what, async () => {
      await expect(window.getByRole('heading', TROUBLE)).toBeVisible();
      await expect(
        window.getByText(/Nothing is lost\..*First pass: \d+ of 190 items/),
      ).toBeVisible();
      await expect(window.getByText('The first look takes a while')).toBeVisible();
      expect(fault.hits).toBeGreaterThan(0);
      fault.remove();
      if (next !== null) {
        // One playlist comes through, then something else is in the way.
        fault = always(service, A_PLAYLIST, next, 2);
      }
      await window.getByRole('button', TRY_AGAIN).click();
      await expect(window.getByRole('heading', TROUBLE)).toBeHidden();
    });
  }

  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
  await expect(window.getByText('Nothing has changed yet')).toBeVisible();
  expect(readStoredLibrary(profile)).toEqual(truth(service));
});

test('an account that is not on the app’s list is told what to do, and then watched', async ({
  launch,
  service,
  handOver,
}) => {
  service.behaviour.allowListed = false;
  const cratewatch = await launch();
  const window = await cratewatch.window();
  await new WelcomePage(window).signIn(service.clientId);
  await agreeInSampleBrowser(await handOver.nextUrl());
  const told = describeService({ kind: 'not-allow-listed' }, 0);
  await expect(window.getByRole('heading', { name: told?.headline ?? '' })).toBeVisible();
  await expect(window.getByText(told?.detail ?? '')).toBeVisible();
  // Nothing is read, so nothing says so.
  await expect(window.getByText('The first look takes a while')).toBeHidden();

  service.behaviour.allowListed = true;
  await window.getByRole('button', TRY_AGAIN).click();
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
});

test('without Premium the watch rests, and goes on as soon as it is there and one tries', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { page: window } = await launchSignedIn();
  const before = readStoredLibrary(profile);
  service.behaviour.premiumActive = false;
  await window.getByRole('button', CHECK_NOW).click();
  await expect(window.getByRole('heading', { name: 'Spotify asks for Premium' })).toBeVisible();
  await expect(
    window.getByText(/needs Premium\. Cratewatch looks again (at|tomorrow)/),
  ).toBeVisible();
  expect(readStoredLibrary(profile)).toEqual(before);

  service.behaviour.premiumActive = true;
  await window.getByRole('button', TRY_AGAIN).click();
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
});

test('a missing permission is asked for with one press, and the watch goes on', async ({
  launchSignedIn,
  service,
  handOver,
}) => {
  const { page: window } = await launchSignedIn();
  const fault = always(service, ANYTHING, refusal('Insufficient client scope'));
  await window.getByRole('button', CHECK_NOW).click();
  const told = describeService({ kind: 'scope-missing' }, 0);
  await expect(window.getByRole('heading', { name: told?.headline ?? '' })).toBeVisible();

  fault.remove();
  await window.getByRole('button', { name: 'Sign in again' }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
});

test('a token endpoint in trouble keeps the user signed in; a refusal asks to sign in again', async ({
  launchSignedIn,
  service,
  handOver,
  profile,
}) => {
  const { page: window } = await launchSignedIn();
  service.revokeAccessTokens();
  const fault = always(service, '/api/token', { kind: 'html', status: 502 });
  await window.getByRole('button', CHECK_NOW).click();
  const trouble = { kind: 'waiting', reason: 'service-trouble', untilMs: 0 } as const;
  const inTrouble = { name: describeSession(trouble, 0).headline };
  await expect(window.getByRole('heading', inTrouble)).toBeVisible();
  await expect(window.getByText('You stay signed in.')).toBeVisible();
  fault.remove();
  await window.getByRole('button', TRY_AGAIN).click();
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();

  const before = readStoredLibrary(profile);
  service.revokeAccessTokens();
  service.revokeRefreshTokens();
  await window.getByRole('button', CHECK_NOW).click();
  const ended = describeSession({ kind: 'sign-in-needed', reason: 'refused' }, 0);
  await expect(window.getByRole('heading', { name: ended.headline })).toBeVisible();
  expect(readStoredLibrary(profile)).toEqual(before);
  await window.getByRole('button', { name: 'Sign in again' }).click();
  await agreeInSampleBrowser(await handOver.nextUrl());
  await expect(window.getByRole('heading', WATCHING)).toBeVisible();
  await expect(window.getByText('Nothing has changed yet')).toBeVisible();
});

test('the daily quota is told with its end, also to who asks for a check, and after a restart', async ({
  launch,
  launchSignedIn,
  service,
}) => {
  const { cratewatch, page: window } = await launchSignedIn();
  const retryAfterSeconds = 48_925;
  always(service, ANYTHING, { kind: 'quota', retryAfterSeconds });
  const askedAtMs = Date.now();
  await window.getByRole('button', CHECK_NOW).click();

  const heading = window.getByRole('heading', { name: /: waiting until/, level: 1 });
  await expect(heading).toBeVisible();
  const told = await heading.innerText();
  const format = await window.evaluate(() => Intl.DateTimeFormat().resolvedOptions());
  const ends = [askedAtMs, Date.now()].map((atMs) => {
    const untilMs = atMs + retryAfterSeconds * 1_000;
    return describeService({ kind: 'quota-exhausted', untilMs }, atMs, format)?.headline;
  });
  expect(ends).toContain(told);
  await expect(window.getByText('Spotify’s daily quota for your client ID')).toBeVisible();
  await window.keyboard.press('r');
  await expect(window.getByText(`Not now. ${told}.`)).toBeVisible();
  await cratewatch.quit();

  const sent = service.requests.length;
  const again = await launch();
  const windowAgain = await again.window();
  await expect(windowAgain.getByRole('heading', { name: told, level: 1 })).toBeVisible();
  expect(service.requests).toHaveLength(sent);
});

test('a playlist that is refused or not found once is not reported as gone', async ({
  launchSignedIn,
  service,
  profile,
}) => {
  const { page: window } = await launchSignedIn();
  const { library } = service;
  const { userId, playlists } = library.snapshot();
  const own = playlists.find(({ ownerId }) => ownerId === userId);
  if (own === undefined) throw new Error('The sample library has no own playlist.');
  const before = readStoredLibrary(profile);

  for (const action of [refusal('Forbidden'), notFound()]) {
    library.removeItems(own.id, 0);
    const fault = service.faults.add({ match: { path: `/v1/playlists/${own.id}` }, action });
    await check();
    expect(fault.hits).toBe(1);
    await expect(window.getByText('Nothing has changed yet')).toBeVisible();
    expect(readStoredLibrary(profile)).toEqual(before);
  }
  // The next time it answers, and only then is anything told.
  await check();
  await expect(window.getByRole('link', { name: 'Changes 2 new' })).toBeVisible();
  expect(readStoredLibrary(profile)).toEqual(truth(service));

  async function check(): Promise<void> {
    const done = service.requests.length;
    await window.getByRole('button', CHECK_NOW).click();
    await expect.poll(() => service.requests.length).toBeGreaterThan(done);
    await expect(window.getByRole('heading', WATCHING)).toBeVisible();
  }
});

/** Meets every such request from the `nth` on until it is removed. */
function always(service: SampleService, path: string | RegExp, action: FaultAction, nth = 1) {
  return service.faults.add({ match: { path, nth, times: Number.POSITIVE_INFINITY }, action });
}

function page(status: number): FaultAction {
  const body = '<!DOCTYPE html><html><body>Welcome to our guest network</body></html>';
  return { kind: 'answer', status, body, headers: { 'content-type': 'text/html' } };
}

function refusal(message: string): FaultAction {
  return apiError(403, message);
}

function notFound(): FaultAction {
  return apiError(404, 'Resource not found');
}

function apiError(status: number, message: string): FaultAction {
  const body = JSON.stringify({ error: { status, message } });
  return { kind: 'answer', status, body, headers: { 'content-type': 'application/json' } };
}

function newestSavedTrack(service: SampleService): string {
  const [newest] = service.library.snapshot().savedTracks;
  if (newest === undefined) throw new Error('The sample library has no saved tracks.');
  return newest.uri;
}

/** What the library file must hold: the contents of others' playlists are not read. */
function truth(service: SampleService) {
  const { savedTracks, playlists } = service.library.snapshot();
  const readable = playlists.filter((playlist) => playlist.readable);
  return {
    savedTracks: savedTracks.length,
    playlists: playlists.length,
    playlistItems: readable.reduce((sum, { items }) => sum + items.length, 0),
  };
}
