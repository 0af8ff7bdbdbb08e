import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { agreeInSampleBrowser } from '../../../../../electron/sample-service/authorize-like-a-browser.ts';
import type { SampleService } from '../../../../../electron/sample-service/sample-service.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import type { Session } from '../../../../../electron/session/session.ts';

const SCOPE = [
  'user-library-read',
  'user-read-playback-position',
  'user-follow-read',
  'playlist-read-private',
  'playlist-read-collaborative',
  'user-read-private',
].join(' ');
const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string().optional() });

/** Signs in at the sample service with plain requests: a session without the session's own code. */
export async function signInToSample(
  service: SampleService,
): Promise<Pick<Session, 'getAccessToken' | 'invalidate'> & { readonly refreshes: number }> {
  const verifier = randomBytes(32).toString('base64url');
  const { code, redirectUri } = await authorize(service, verifier);
  const ask = async (form: Record<string, string>) => {
    const response = await fetch(`${service.accountsUrl}/api/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: service.clientId, ...form }),
    });
    return tokensSchema.parse(await response.json());
  };
  const first = await ask({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  let refreshToken = first.refresh_token ?? '';
  let token = Promise.resolve(new Secret(first.access_token));
  let current = await token;
  let refreshes = 0;
  return {
    get refreshes() {
      return refreshes;
    },
    getAccessToken: async () => ({ kind: 'token', token: await token }),
    invalidate: (refused) => {
      if (refused !== current) {
        return;
      }
      refreshes += 1;
      token = ask({ grant_type: 'refresh_token', refresh_token: refreshToken }).then((tokens) => {
        refreshToken = tokens.refresh_token ?? refreshToken;
        current = new Secret(tokens.access_token);
        return current;
      });
    },
  };
}

async function authorize(
  service: SampleService,
  verifier: string,
): Promise<{ code: string; redirectUri: string }> {
  let code = '';
  const listener = createServer((request, response) => {
    code = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('code') ?? '';
    response.end('done');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const redirectUri = `http://127.0.0.1:${port}/callback`;
  service.registerRedirectUri(redirectUri);
  const query = new URLSearchParams({
    client_id: service.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: SCOPE,
    state: 'state',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  await agreeInSampleBrowser(`${service.accountsUrl}/authorize?${query}`);
  await new Promise((resolve) => {
    listener.close(resolve);
    listener.closeAllConnections();
  });
  return { code, redirectUri };
}
