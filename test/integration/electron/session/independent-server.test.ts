import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authorizeUrl } from '../../../../electron/session/authorize-url.ts';
import { LoopbackListener } from '../../../../electron/session/loopback-listener.ts';
import { createPkcePair, createState } from '../../../../electron/session/pkce.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import { READING_SCOPES } from '../../../../shared/scopes.ts';
import { pressInChromium } from '../../../e2e/harness/chromium.ts';
import { pressOnForm } from './harness/form-browser.ts';
import {
  type IndependentSession,
  presses,
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
  expect(session.server.troubles).toEqual([]);
  await session.close();
});

async function signedIn() {
  const keeper = session.keeper();
  await keeper.start();
  expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
  return keeper;
}

/** What the cache holds. */
async function cached(): Promise<CachedTokens> {
  const read = await session.cache.get();
  if (read.kind !== 'found') {
    throw new Error(`Nothing in the cache: ${read.kind}`);
  }
  return read.tokens;
}

function refreshTokenOf({ refreshToken }: CachedTokens): Secret {
  if (refreshToken === null) {
    throw new Error('No refresh token.');
  }
  return refreshToken;
}

/** The address that the user is to open on another machine. */
function pageOf(keeper: SessionKeeper): Promise<URL> {
  return new Promise((resolve) => {
    keeper.stateChanged.subscribe((state) => {
      if (state.kind === 'authorizing' && state.pageUrl !== null) {
        resolve(new URL(state.pageUrl));
      }
    });
  });
}

/** Somebody else, with a copy of the refresh token. */
function refreshElsewhere(refreshToken: Secret) {
  const client = session.server.publicClient;
  return session.endpoint.request({ grant: 'refresh-token', client, refreshToken });
}

describe('signing in', () => {
  test('a public client gets tokens that the server accepts, with all scopes', async () => {
    const keeper = await signedIn();
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    expect(session.server.tokenRequests).toEqual([
      { grant: 'authorization_code', authorization: null, error: null },
    ]);
    expect(await cached()).toMatchObject({ scopes: [...READING_SCOPES], missingScopes: [] });
  });

  test('a client with a secret authenticates with Basic, in the refresh too', async () => {
    const { confidentialClient, tokenRequests, accepts } = session.server;
    const keeper = session.keeper({ clientId: confidentialClient.id });
    await keeper.start();
    await keeper.signIn({ way: 'browser', secret: confidentialClient.secret });
    session.clock.jump(HOUR_MS);
    expect(await accepts(await tokenOf(keeper))).toBe(true);
    expect(tokenRequests).toEqual([
      { grant: 'authorization_code', authorization: expect.stringMatching(/^Basic /), error: null },
      { grant: 'refresh_token', authorization: expect.stringMatching(/^Basic /), error: null },
    ]);
  });

  test('a wrong secret is told apart from everything else', async () => {
    const keeper = session.keeper({ clientId: session.server.confidentialClient.id });
    await keeper.start();
    const result = await keeper.signIn({ way: 'browser', secret: new Secret('0'.repeat(32)) });
    expect(result).toEqual({ kind: 'failed', failure: { kind: 'client-not-accepted' } });
  });

  test('an app that speaks for itself gets a token, and a new one an hour later', async () => {
    const { confidentialClient, accepts, tokenRequests } = session.server;
    const keeper = session.keeper({ clientId: confidentialClient.id });
    await keeper.start();
    const secret = confidentialClient.secret ?? new Secret('');
    expect(await keeper.signIn({ way: 'client-credentials', secret })).toEqual({
      kind: 'signed-in',
    });
    const first = await tokenOf(keeper);
    session.clock.jump(HOUR_MS);
    const second = await tokenOf(keeper);
    expect(await Promise.all([first, second].map(accepts))).toEqual([false, true]);
    expect(tokenRequests.map(({ grant }) => grant)).toEqual([
      'client_credentials',
      'client_credentials',
    ]);
  });

  test('a user who says no is understood', async () => {
    const keeper = session.keeper({ openBrowser: presses('cancel') });
    await keeper.start();
    const result = await keeper.signIn({ way: 'browser', secret: null });
    expect(result).toEqual({ kind: 'failed', failure: { kind: 'refused-by-user' } });
    expect(session.server.tokenRequests).toEqual([]);
  });

  test('the callback address can be pasted, as from a browser on another machine', async () => {
    const keeper = session.keeper();
    await keeper.start();
    const done = keeper.signIn({ way: 'pasted', secret: null });
    const page = await pageOf(keeper);
    const callback = await pressOnForm(page, 'agree');
    expect(keeper.giveCallbackAddress(callback.href)).toBe('accepted');
    expect(await done).toEqual({ kind: 'signed-in' });
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
  });

  test('Chromium brings the code back', async () => {
    const pages: Promise<string>[] = [];
    const keeper = session.keeper({
      openBrowser: async (url) => {
        pages.push(pressInChromium(url.href, 'Agree'));
        return true;
      },
    });
    await keeper.start();
    expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    expect(await Promise.all(pages)).toEqual([expect.stringContaining('Cratewatch')]);
  });
});

describe('PKCE', () => {
  /** A code for our verifier, fetched by hand. */
  async function codeFor(challenge: string) {
    const state = await createState();
    const { clock } = session;
    const listener = await LoopbackListener.open([0], { clock, state, limitMs: 60_000 });
    if (listener === null) {
      throw new Error('No port is free.');
    }
    const { redirectUri } = listener;
    const url = authorizeUrl({
      accountsUrl: session.server.accountsUrl,
      clientId: session.server.publicClient.id,
      redirectUri,
      scopes: READING_SCOPES,
      state,
      challenge,
      showDialog: false,
    });
    await presses('agree')(url);
    const outcome = await listener.outcome;
    await listener.close();
    if (outcome.kind !== 'code') {
      throw new Error(`No code: ${outcome.kind}`);
    }
    return { code: outcome.code, redirectUri };
  }

  async function exchange(of: { code: Secret; redirectUri: string }, verifier: Secret) {
    const client = session.server.publicClient;
    return (
      await session.endpoint.request({ grant: 'authorization-code', client, ...of, verifier })
    ).outcome;
  }

  test('the server takes the challenge and the verifier that fit', async () => {
    const { challenge, verifier } = await createPkcePair();
    expect(await exchange(await codeFor(challenge), verifier)).toMatchObject({ kind: 'tokens' });
  });

  test('another verifier gets no tokens', async () => {
    const [pair, other] = await Promise.all([createPkcePair(), createPkcePair()]);
    const outcome = await exchange(await codeFor(pair.challenge), other.verifier);
    expect(outcome).toEqual({ kind: 'invalid-grant' });
  });

  test('a code that is used twice takes back what it gave', async () => {
    const { challenge, verifier } = await createPkcePair();
    const code = await codeFor(challenge);
    const first = await exchange(code, verifier);
    expect(await exchange(code, verifier)).toEqual({ kind: 'invalid-grant' });
    expect(first.kind === 'tokens' && (await session.server.accepts(first.grant.accessToken))).toBe(
      false,
    );
  });

  test('without a challenge this server gives no code at all', async () => {
    const { accountsUrl, publicClient } = session.server;
    const url = new URL(`${accountsUrl}/authorize`);
    url.search = new URLSearchParams({
      client_id: publicClient.id,
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:9/callback',
    }).toString();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toMatch(/error=invalid_request/);
  });
});

describe('staying signed in, with rotation', () => {
  test('over five days no token handed out is refused, at one refresh a token life', async () => {
    const keeper = await signedIn();
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
    const keeper = await signedIn();
    let holder = keeper;
    for (let restart = 0; restart < 20; restart += 1) {
      session.clock.jump(HOUR_MS);
      const token = await tokenOf(holder);
      expect((await cached()).accessToken.reveal()).toBe(token.reveal());
      await holder.close();
      holder = session.keeper();
      await holder.start();
    }
    expect(session.server.reuses()).toBe(0);
    expect(await session.server.accepts(await tokenOf(holder))).toBe(true);
  });

  test('a lost refresh token that somebody else uses revokes everything, and is kept aside', async () => {
    const keeper = await signedIn();
    const first = await cached();
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
    expect(await cached()).toMatchObject({ setAside: { reason: 'refused', triedByUser: false } });

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
    const keeper = await signedIn();
    const stolen = (await refreshElsewhere(refreshTokenOf(await cached()))).outcome;
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
    const keeper = await signedIn();
    const token = await tokenOf(keeper);
    session.clock.jump(HOUR_MS);
    expect(await session.server.accepts(token)).toBe(false);
    expect((await tokenOf(keeper)).reveal()).not.toBe(token.reveal());
  });

  test('a refresh token that ended before its six months counts as refused', async () => {
    await session.close();
    session = await startIndependentSession({ refreshTokenSeconds: 30 * 24 * 3_600 });
    const keeper = await signedIn();
    for (let day = 0; day < 29; day += 1) {
      session.clock.jump(DAY_MS);
      expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    }
    session.clock.jump(2 * DAY_MS);
    await keeper.getAccessToken();
    expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'refused' });
  });

  test('after six months of daily refreshes the sign-in has expired, and not before', async () => {
    const keeper = await signedIn();
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
    const keeper = await signedIn();
    const first = await cached();
    session.clock.jump(150 * DAY_MS);
    const before = await tokenOf(keeper);
    expect(await keeper.signIn({ way: 'browser', secret: null })).toEqual({ kind: 'signed-in' });
    expect((await cached()).authorizedAtMs).toBe((first.authorizedAtMs ?? 0) + 150 * DAY_MS);
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
    const keeper = await signedIn();
    for (let minute = 0; minute < 30; minute += 1) {
      expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
      session.clock.jump(60_000);
    }
    expect(session.server.tokenRequests).toHaveLength(30);
  });
});

test('no token stands in the log', async () => {
  const keeper = await signedIn();
  session.clock.jump(HOUR_MS);
  await tokenOf(keeper);
  const { accessToken, refreshToken } = await cached();
  expect(session.logger.text).not.toContain(accessToken.reveal());
  expect(session.logger.text).not.toContain(refreshToken?.reveal());
});
