import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authorizeUrl } from '../../../../electron/session/authorize-url.ts';
import { LoopbackListener } from '../../../../electron/session/loopback-listener.ts';
import { createPkcePair, createState } from '../../../../electron/session/pkce.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { SessionKeeper } from '../../../../electron/session/session-keeper.ts';
import { READING_SCOPES } from '../../../../shared/scopes.ts';
import { pressInChromium } from '../../../e2e/harness/chromium.ts';
import { pressOnForm } from './harness/form-browser.ts';
import {
  type IndependentSession,
  presses,
  signedIn,
  startIndependentSession,
  tokenOf,
} from './harness/independent-session.ts';

// Everything here is answered by `oidc-provider`, which was not written with Cratewatch in mind.

const HOUR_MS = 3_600_000;

let session: IndependentSession;
beforeEach(async () => {
  session = await startIndependentSession();
});
afterEach(async () => {
  await session.close();
  expect(session.server.troubles).toEqual([]);
});

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

describe('signing in', () => {
  test('a public client gets tokens that the server accepts, with all scopes', async () => {
    const keeper = await signedIn(session);
    expect(await session.server.accepts(await tokenOf(keeper))).toBe(true);
    expect(session.server.tokenRequests).toEqual([
      { grant: 'authorization_code', authorization: null, error: null },
    ]);
    expect(await session.cached()).toMatchObject({
      scopes: [...READING_SCOPES],
      missingScopes: [],
    });
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
