import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Secret } from '../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import {
  type IndependentSession,
  signedIn,
  startIndependentSession,
  tokenOf,
} from './harness/independent-session.ts';

// Everything here is answered by `oidc-provider`, which was not written with Cratewatch in mind.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let session: IndependentSession;
beforeEach(async () => {
  session = await startIndependentSession();
});
afterEach(async () => {
  await session.close();
  expect(session.server.troubles).toEqual([]);
});

function refreshTokenOf({ refreshToken }: CachedTokens): Secret {
  if (refreshToken === null) {
    throw new Error('No refresh token.');
  }
  return refreshToken;
}

/** Somebody else, with a copy of the refresh token. */
function refreshElsewhere(refreshToken: Secret) {
  const client = session.server.publicClient;
  return session.endpoint.request({ grant: 'refresh-token', client, refreshToken });
}

describe('staying signed in, with rotation', () => {
  test('over five days no token handed out is refused, at one refresh a token life', async () => {
    const keeper = await signedIn(session);
    const { accepts, reuses, tokenRequests } = session.server;
    const accepted: boolean[] = [];
    for (let hour = 0; hour < 120; hour += 1) {
      accepted.push(await accepts(await tokenOf(keeper)));
      session.clock.jump(HOUR_MS);
    }
    expect(accepted).toEqual(accepted.map(() => true));
    expect(tokenRequests.slice(1)).toEqual(
      Array.from({ length: 119 }, () => ({
        grant: 'refresh_token',
        authorization: null,
        error: null,
      })),
    );
    expect(reuses()).toBe(0);
  });

  test('the new refresh token is in the cache before its access token is handed out', async () => {
    const keeper = await signedIn(session);
    let holder = keeper;
    for (let restart = 0; restart < 20; restart += 1) {
      session.clock.jump(HOUR_MS);
      const token = await tokenOf(holder);
      expect((await session.cached()).accessToken.reveal()).toBe(token.reveal());
      await holder.close();
      holder = session.keeper();
      await holder.start();
    }
    expect(session.server.reuses()).toBe(0);
    expect(await session.server.accepts(await tokenOf(holder))).toBe(true);
  });

  test('a lost refresh token that somebody else uses revokes everything, and is kept aside', async () => {
    const keeper = await signedIn(session);
    const first = await session.cached();
    session.clock.jump(HOUR_MS);
    const token = await tokenOf(keeper);
    expect((await refreshElsewhere(refreshTokenOf(first))).outcome).toEqual({
      kind: 'invalid-grant',
    });
    expect(session.server.reuses()).toBe(1);
    expect(await session.server.accepts(token)).toBe(false);

    keeper.invalidate(token);
    expect((await keeper.getAccessToken()).kind).toBe('unavailable');
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'refused' });
    expect(await session.cached()).toMatchObject({
      setAside: { reason: 'refused', triedByUser: false },
    });

    const before = session.server.tokenRequests.length;
    await session.clock.advance(HOUR_MS);
    await keeper.getAccessToken();
    await keeper.retry('system');
    expect(session.server.tokenRequests).toHaveLength(before);
    await keeper.retry('user');
    await keeper.retry('user');
    expect(session.server.tokenRequests).toHaveLength(before + 1);

    expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
  });

  test('a thief who was first is found out at the next refresh', async () => {
    const keeper = await signedIn(session);
    const stolen = (await refreshElsewhere(refreshTokenOf(await session.cached()))).outcome;
    session.clock.jump(HOUR_MS);
    await keeper.getAccessToken();
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'refused' });
    expect(
      stolen.kind === 'tokens' && (await session.server.accepts(stolen.grant.accessToken)),
    ).toBe(false);
  });
});

describe('the end', () => {
  test('an access token is over when the server says so, and not handed out any more', async () => {
    const keeper = await signedIn(session);
    const token = await tokenOf(keeper);
    session.clock.jump(HOUR_MS);
    expect(await session.server.accepts(token)).toBe(false);
    expect((await tokenOf(keeper)).reveal()).not.toBe(token.reveal());
  });

  test('a refresh token that ended before its six months counts as refused', async () => {
    await session.close();
    session = await startIndependentSession({ refreshTokenSeconds: 30 * 24 * 3_600 });
    const keeper = await signedIn(session);
    for (let day = 0; day < 29; day += 1) {
      session.clock.jump(DAY_MS);
      expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    }
    session.clock.jump(2 * DAY_MS);
    await keeper.getAccessToken();
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'refused' });
  });

  test('after six months of daily refreshes the sign-in has expired, and not before', async () => {
    const keeper = await signedIn(session);
    let days = 0;
    while ((await keeper.getAccessToken()).kind === 'token') {
      session.clock.jump(DAY_MS);
      days += 1;
    }
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'expired' });
    expect(days).toBe(183);
    expect(session.server.reuses()).toBe(0);
  });

  test('a renewal starts six new months', async () => {
    const keeper = await signedIn(session);
    const first = await session.cached();
    session.clock.jump(150 * DAY_MS);
    const before = await tokenOf(keeper);
    expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
    expect((await session.cached()).authorizedAtMs).toBe(
      (first.authorizedAtMs ?? 0) + 150 * DAY_MS,
    );
    expect((await tokenOf(keeper)).reveal()).not.toBe(before.reveal());
    session.clock.jump(150 * DAY_MS);
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    session.clock.jump(40 * DAY_MS);
    await keeper.getAccessToken();
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'expired' });
  });

  test('tokens that live a minute are renewed every minute', async () => {
    await session.close();
    session = await startIndependentSession({ accessTokenSeconds: 60 });
    const keeper = await signedIn(session);
    for (let minute = 0; minute < 30; minute += 1) {
      expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
      session.clock.jump(60_000);
    }
    expect(session.server.tokenRequests).toHaveLength(30);
  });
});

test('no token stands in the log', async () => {
  const keeper = await signedIn(session);
  session.clock.jump(HOUR_MS);
  await tokenOf(keeper);
  const { accessToken, refreshToken } = await session.cached();
  expect(session.logger.text).not.toContain(accessToken.reveal());
  expect(session.logger.text).not.toContain(refreshToken?.reveal());
});
