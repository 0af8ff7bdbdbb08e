import { createHash } from 'node:crypto';
import type { SampleService } from '../../../electron/sample-service/sample-service.ts';
import { READING_SCOPES } from '../../../shared/scopes.ts';

const REDIRECT_URI = 'http://127.0.0.1:43829/callback';
const VERIFIER = 'a-verifier-that-is-long-enough-0123456789._~';

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
}

/** Opens Spotify's page, presses a button and returns where the browser would be sent. */
export async function press(url: string, decision: 'agree' | 'cancel'): Promise<URL> {
  const page = await fetch(url, { redirect: 'manual' });
  const ticket = /name="ticket" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(new URL('/authorize', url), {
    method: 'POST',
    body: new URLSearchParams({ ticket, decision }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

/** Signs in as another program of the same client id would. */
export async function signInWith(service: SampleService): Promise<Tokens> {
  service.registerRedirectUri(REDIRECT_URI);
  const url = new URL('/authorize', service.accountsUrl);
  url.search = new URLSearchParams({
    client_id: service.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: READING_SCOPES.join(' '),
    state: 'state-of-this-test',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
  }).toString();
  const callback = await press(url.href, 'agree');
  const answer = await fetch(new URL('/api/token', service.accountsUrl), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: REDIRECT_URI,
      client_id: service.clientId,
      code_verifier: VERIFIER,
    }),
  });
  return (await answer.json()) as Tokens;
}
