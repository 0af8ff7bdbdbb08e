import { afterEach, describe, expect, test } from 'vitest';
import type { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { agree } from './harness/sample-browser.ts';
import { askProfile, type SampleSession, startSample } from './harness/sample-session.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

let sample: SampleSession;
afterEach(() => sample.close());

async function signedIn(rotation: boolean): Promise<SessionKeeper> {
  sample = await startSample({ rotation });
  const keeper = sample.keeper(agree);
  await keeper.start();
  await keeper.signIn({ way: 'browser', secret: null });
  return keeper;
}

async function tokenOf(keeper: SessionKeeper): Promise<string> {
  const result = await keeper.getAccessToken();
  if (result.kind !== 'token') {
    throw new Error(`No token: ${result.state.kind}`);
  }
  return result.token.reveal();
}

/** Lets time pass until the answer over real HTTP is there too. */
async function passTime(keeper: SessionKeeper, byMs: number): Promise<void> {
  await sample.clock.advance(byMs);
  if (keeper.state.kind === 'refreshing') {
    await new Promise<void>((resolve) => {
      const stop = keeper.stateChanged.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}

describe.each([
  ['with rotation', true],
  ['without rotation', false],
])('%s', (_, rotation) => {
  test('over three hours no call fails for an expired token, at one refresh a token life', async () => {
    const keeper = await signedIn(rotation);
    const requestsAtStart = sample.tokenRequests();
    const statuses: number[] = [];
    for (let minute = 0; minute < 180; minute += 1) {
      statuses.push(await askProfile(sample.service.apiUrl, await tokenOf(keeper)));
      await passTime(keeper, MINUTE_MS);
    }
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    // 180 minutes at 51 to 54 minutes a token.
    expect(sample.tokenRequests() - requestsAtStart).toBe(3);
  });

  test('an app that is only asked now and then, after long sleeps, goes on', async () => {
    const keeper = await signedIn(rotation);
    for (const sleptHours of [5, 26, 1, 100]) {
      sample.clock.jump(sleptHours * HOUR_MS);
      expect(await askProfile(sample.service.apiUrl, await tokenOf(keeper))).toBe(200);
    }
  });

  test('twenty calls at once make one refresh', async () => {
    const keeper = await signedIn(rotation);
    sample.clock.jump(2 * HOUR_MS);
    const before = sample.tokenRequests();
    const all = await Promise.all(Array.from({ length: 20 }, () => tokenOf(keeper)));
    expect(new Set(all).size).toBe(1);
    expect(sample.tokenRequests() - before).toBe(1);
  });

  test('a 401 refreshes once, and the new token works', async () => {
    const keeper = await signedIn(rotation);
    sample.service.revokeAccessTokens();
    const before = sample.tokenRequests();
    const refused = await keeper.getAccessToken();
    if (refused.kind === 'token') {
      expect(await askProfile(sample.service.apiUrl, refused.token.reveal())).toBe(401);
      keeper.invalidate(refused.token);
      keeper.invalidate(refused.token);
    }
    const [first, second] = await Promise.all([tokenOf(keeper), tokenOf(keeper)]);
    expect(first).toBe(second);
    expect(await askProfile(sample.service.apiUrl, first)).toBe(200);
    expect(sample.tokenRequests() - before).toBe(1);
  });

  test('a restart after every refresh needs no sign-in', async () => {
    let keeper = await signedIn(rotation);
    for (let restart = 0; restart < 5; restart += 1) {
      sample.clock.jump(HOUR_MS);
      await tokenOf(keeper);
      await keeper.close();
      keeper = sample.keeper(() => Promise.reject(new Error('No browser is to be opened.')));
      await keeper.start();
    }
    expect(await askProfile(sample.service.apiUrl, await tokenOf(keeper))).toBe(200);
  });
});

test('when the user removed the app at Spotify, a new sign-in is asked for', async () => {
  const keeper = await signedIn(false);
  sample.service.revokeRefreshTokens();
  sample.clock.jump(2 * HOUR_MS);
  const result = await keeper.getAccessToken();
  expect(result).toMatchObject({
    kind: 'unavailable',
    state: { kind: 'sign-in-needed', reason: 'refused' },
  });
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
});

test('after six months the sign-in has run out, and says so', async () => {
  const keeper = await signedIn(false);
  sample.clock.jump(185 * 24 * HOUR_MS);
  await keeper.getAccessToken();
  expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'expired' });
});
