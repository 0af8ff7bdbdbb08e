import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreeInSampleBrowser } from '../../../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../../../electron/sample-service/sample-service.ts';
import type { ManualClock } from '../../../doubles/manual-clock.ts';
import {
  agreeWithListener,
  authorizeUrl,
  basic,
  codeForm,
  newCode,
  postToken,
  press,
  REDIRECT_URI,
  signIn,
  startSample,
  type TokenAnswer,
} from './signed-in-sample.ts';

const DAY_MS = 86_400_000;

let service: SampleService;
let clock: ManualClock;

beforeEach(async () => {
  ({ service, clock } = await startSample());
});
afterEach(() => service.close());

async function errorOf(answer: Response): Promise<{ status: number; error: string }> {
  const { error } = (await answer.json()) as { error: string };
  return { status: answer.status, error };
}

function refresh(token: string): Promise<Response> {
  const form = { grant_type: 'refresh_token', refresh_token: token, client_id: service.clientId };
  return postToken(service, form);
}

describe('authorize', () => {
  it.each([
    ['an unknown client id', { client_id: '0'.repeat(32) }, 'INVALID_CLIENT: Invalid client'],
    ['no client id', { client_id: null }, 'INVALID_CLIENT: Invalid client'],
    [
      'another path',
      { redirect_uri: 'http://127.0.0.1:43871/Callback' },
      'INVALID_CLIENT: Invalid redirect URI',
    ],
    [
      'a trailing slash more',
      { redirect_uri: `${REDIRECT_URI}/` },
      'INVALID_CLIENT: Invalid redirect URI',
    ],
    [
      'another port',
      { redirect_uri: 'http://127.0.0.1:43872/callback' },
      'INVALID_CLIENT: Invalid redirect URI',
    ],
    ['no redirect URI', { redirect_uri: null }, 'INVALID_CLIENT: Invalid redirect URI'],
    [
      'the name localhost',
      { redirect_uri: 'http://localhost:43871/callback' },
      'INVALID_CLIENT: Insecure redirect URI',
    ],
    [
      'plain http to a host',
      { redirect_uri: 'http://example.org/callback' },
      'INVALID_CLIENT: Insecure redirect URI',
    ],
  ])('refuses %s in the browser as plain text and sends nothing back', async (_, change, text) => {
    const answer = await fetch(authorizeUrl(service, change), { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe(text);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge_method: null }, 'invalid_request'],
    [{ code_challenge: null }, 'invalid_request'],
    [{ code_challenge: 'too-short' }, 'invalid_request'],
  ])('tells the app that %j cannot be', async (change, error) => {
    const callback = await press(authorizeUrl(service, change), 'agree');
    expect(callback.href).toContain(REDIRECT_URI);
    expect(callback.searchParams.get('error')).toBe(error);
    expect(callback.searchParams.get('state')).toBe('state-of-this-test');
  });

  it('sends code and state back after "Agree"', async () => {
    const callback = await press(authorizeUrl(service), 'agree');
    expect(callback.origin + callback.pathname).toBe(REDIRECT_URI);
    expect([...callback.searchParams.keys()].sort()).toEqual(['code', 'state']);
    expect(callback.searchParams.get('state')).toBe('state-of-this-test');
  });

  it('sends access_denied and state back after "Cancel"', async () => {
    const callback = await press(authorizeUrl(service), 'cancel');
    expect(callback.search).toBe('?error=access_denied&state=state-of-this-test');
  });

  it('asks on a page that says it is a sample, runs no script and lets only its form act', async () => {
    const page = await fetch(authorizeUrl(service));
    const html = await page.text();
    expect(html).toContain('It is not Spotify');
    expect(html).not.toMatch(/<script/i);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:43871");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('takes each page once', async () => {
    const page = await (await fetch(authorizeUrl(service))).text();
    const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const post = () =>
      fetch(new URL('/authorize', service.accountsUrl), {
        method: 'POST',
        body: new URLSearchParams({ ticket, decision: 'agree' }),
        redirect: 'manual',
      });
    expect((await post()).status).toBe(303);
    expect((await post()).status).toBe(400);
  });

  it('shows the page again by default, and sends an approved user straight back when told to', async () => {
    await press(authorizeUrl(service), 'agree');
    expect((await fetch(authorizeUrl(service), { redirect: 'manual' })).status).toBe(200);
    service.behaviour.skipPageWhenApproved = true;
    expect((await fetch(authorizeUrl(service), { redirect: 'manual' })).status).toBe(303);
    const forced = authorizeUrl(service, { show_dialog: 'true' });
    expect((await fetch(forced, { redirect: 'manual' })).status).toBe(200);
    const more = authorizeUrl(service, { scope: 'playlist-modify-private' });
    expect((await fetch(more, { redirect: 'manual' })).status).toBe(200);
  });
});

describe('token', () => {
  it('exchanges a code with its verifier for both tokens', async () => {
    const answer = await postToken(service, codeForm(service, await newCode(service)));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = (await answer.json()) as TokenAnswer;
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(body.scope).toContain('user-library-read');
    expect(body.refresh_token).toEqual(expect.any(String));
  });

  it('exchanges a code with the client secret', async () => {
    const code = await newCode(service, { code_challenge: null, code_challenge_method: null });
    const { code_verifier, client_id, ...form } = codeForm(service, code);
    expect((await postToken(service, form, basic(service))).status).toBe(200);
  });

  it.each([
    ['another verifier', { code_verifier: 'b'.repeat(43) }, 'invalid_grant'],
    ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_request'],
    ['another redirect URI', { redirect_uri: 'http://127.0.0.1:1/callback' }, 'invalid_grant'],
    ['another code', { code: 'unknown' }, 'invalid_grant'],
    ['another client', { client_id: 'unknown' }, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses %s', async (_, change, error) => {
    const form = { ...codeForm(service, await newCode(service)), ...change };
    expect(await errorOf(await postToken(service, form))).toEqual({ status: 400, error });
  });

  it('refuses a code without a challenge from a client without a secret', async () => {
    const code = await newCode(service, { code_challenge: null, code_challenge_method: null });
    const answer = await postToken(service, codeForm(service, code));
    expect(await errorOf(answer)).toEqual({ status: 400, error: 'invalid_client' });
  });

  it('takes a code once', async () => {
    const form = codeForm(service, await newCode(service));
    expect((await postToken(service, form)).status).toBe(200);
    expect((await errorOf(await postToken(service, form))).error).toBe('invalid_grant');
  });

  it('takes a code for ten minutes', async () => {
    const [early, late] = [await newCode(service), await newCode(service)];
    await clock.advance(10 * 60_000);
    expect((await postToken(service, codeForm(service, early))).status).toBe(200);
    await clock.advance(1);
    expect((await postToken(service, codeForm(service, late))).status).toBe(400);
  });

  it('refuses a wrong secret', async () => {
    const answer = await postToken(
      service,
      { grant_type: 'client_credentials' },
      basic(service, 'wrong'),
    );
    expect(await errorOf(answer)).toEqual({ status: 400, error: 'invalid_client' });
  });

  it('gives the app alone a token without a refresh token', async () => {
    const answer = await postToken(service, { grant_type: 'client_credentials' }, basic(service));
    expect(Object.keys((await answer.json()) as object).sort()).toEqual([
      'access_token',
      'expires_in',
      'token_type',
    ]);
  });

  it('refreshes without a new refresh token, and the old one stays good', async () => {
    const { refresh_token: token = '' } = await signIn(service);
    for (let round = 0; round < 3; round += 1) {
      const body = (await (await refresh(token)).json()) as TokenAnswer;
      expect(body).not.toHaveProperty('refresh_token');
      expect(body.access_token).toEqual(expect.any(String));
    }
  });

  it('with rotation returns a new refresh token and kills the old one', async () => {
    service.behaviour.rotation = true;
    const { refresh_token: first = '' } = await signIn(service);
    const { refresh_token: second = '' } = (await (await refresh(first)).json()) as TokenAnswer;
    expect(second).not.toBe(first);
    expect(await errorOf(await refresh(first))).toEqual({ status: 400, error: 'invalid_grant' });
    expect((await refresh(second)).status).toBe(200);
  });

  it('ends six calendar months after the authorization, however often it was refreshed', async () => {
    service.behaviour.rotation = true;
    let { refresh_token: token = '' } = await signIn(service);
    await clock.advance(100 * DAY_MS);
    ({ refresh_token: token = '' } = (await (await refresh(token)).json()) as TokenAnswer);
    // From 1 November 2026 to 1 May 2027 are 181 days.
    await clock.advance(81 * DAY_MS - 1);
    ({ refresh_token: token = '' } = (await (await refresh(token)).json()) as TokenAnswer);
    await clock.advance(1);
    expect(await errorOf(await refresh(token))).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('refuses every refresh token once the user removed the app', async () => {
    const { refresh_token: token = '' } = await signIn(service);
    service.revokeRefreshTokens();
    expect((await errorOf(await refresh(token))).error).toBe('invalid_grant');
  });
});

describe('what is kept for tests', () => {
  it('knows every secret that went over the wire, and logs none', async () => {
    const tokens = await signIn(service);
    const values = service.issued.map((secret) => secret.value);
    expect(values).toContain(tokens.access_token);
    expect(values).toContain(tokens.refresh_token);
    expect(service.issued.map((secret) => secret.kind)).toEqual(
      expect.arrayContaining(['code', 'code-verifier', 'client-secret']),
    );
    const log = JSON.stringify(service.requests);
    expect(values.filter((value) => log.includes(value))).toEqual([]);
    expect(log).toContain('code_challenge_method=S256');
    expect(log).not.toContain('state-of-this-test');
    expect(
      service.requests.map(({ method, path, status }) => `${method} ${path} ${status}`),
    ).toEqual(['GET /authorize 200', 'POST /authorize 303', 'POST /api/token 200']);
  });
});

describe('agreeInSampleBrowser', () => {
  it('presses "Agree" and calls the listener of the app', async () => {
    const called = await agreeWithListener(service);
    expect(called.searchParams.get('code')).toEqual(expect.any(String));
    expect(called.searchParams.get('state')).toBe('state-of-this-test');
  });

  it.each(['http://localhost:1/authorize', 'https://127.0.0.1/authorize', 'http://example.org/'])(
    'does not go to %s',
    async (url) => {
      await expect(agreeInSampleBrowser(url)).rejects.toThrow('stays on 127.0.0.1');
    },
  );

  it('says so when the service refuses', async () => {
    const url = authorizeUrl(service, { client_id: 'unknown' });
    await expect(agreeInSampleBrowser(url)).rejects.toThrow('status 400');
  });
});
