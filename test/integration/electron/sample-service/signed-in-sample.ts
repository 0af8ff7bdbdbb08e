import { createServer } from 'node:http';
import { challengeOf } from '../../../../electron/sample-service/accounts/pkce.ts';
import { agreeInSampleBrowser } from '../../../../electron/sample-service/authorize-like-a-browser.ts';
import type {
  SampleLibrarySize,
  SampleService,
  SampleServiceOptions,
} from '../../../../electron/sample-service/sample-service.ts';
import { startSampleService } from '../../../../electron/sample-service/start-sample-service.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

export const REDIRECT_URI = 'http://127.0.0.1:43871/callback';
export const VERIFIER = 'a-verifier-that-is-long-enough-0123456789._~';
export const ALL_SCOPES =
  'user-library-read user-follow-read user-read-playback-position playlist-read-private ' +
  'playlist-read-collaborative user-read-private';

export const SMALL_LIBRARY: SampleLibrarySize = {
  savedTracks: 230,
  ownPlaylists: 12,
  followedPlaylists: 6,
  itemsPerPlaylist: 40,
};
export const WITH_COLLECTIONS: SampleLibrarySize = {
  ...SMALL_LIBRARY,
  savedAlbums: 90,
  savedShows: 12,
  savedEpisodes: 40,
  savedAudiobooks: 5,
  followedArtists: 60,
};

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly scope?: string;
  readonly expires_in: number;
  readonly token_type: string;
}

export interface Sample {
  readonly service: SampleService;
  readonly clock: ManualClock;
}

export async function startSample(options: Partial<SampleServiceOptions> = {}): Promise<Sample> {
  const clock = new ManualClock();
  const service = await startSampleService({
    clock,
    seed: 7,
    redirectUris: [REDIRECT_URI],
    library: SMALL_LIBRARY,
    ...options,
  });
  return { service, clock };
}

export function authorizeUrl(service: SampleService, changes: Record<string, string | null> = {}) {
  const url = new URL('/authorize', service.accountsUrl);
  const query: Record<string, string | null> = {
    client_id: service.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: ALL_SCOPES,
    state: 'state-of-this-test',
    code_challenge_method: 'S256',
    code_challenge: challengeOf(VERIFIER),
    ...changes,
  };
  for (const [name, value] of Object.entries(query)) {
    if (value !== null) {
      url.searchParams.set(name, value);
    }
  }
  return url.href;
}

/** Opens the page, presses a button and returns where the browser would be sent. */
export async function press(url: string, decision: 'agree' | 'cancel'): Promise<URL> {
  const page = await fetch(url, { redirect: 'manual' });
  const direct = page.headers.get('location');
  if (direct !== null) {
    return new URL(direct);
  }
  const ticket = /name="ticket" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(new URL('/authorize', url), {
    method: 'POST',
    body: new URLSearchParams({ ticket, decision }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

export async function newCode(service: SampleService, changes: Record<string, string | null> = {}) {
  const callback = await press(authorizeUrl(service, changes), 'agree');
  return callback.searchParams.get('code') ?? '';
}

export function postToken(
  service: SampleService,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL('/api/token', service.accountsUrl), {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  });
}

export function codeForm(service: SampleService, code: string): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT_URI,
    client_id: service.clientId,
    code_verifier: VERIFIER,
  };
}

export async function signIn(service: SampleService, scope = ALL_SCOPES): Promise<TokenAnswer> {
  const answer = await postToken(service, codeForm(service, await newCode(service, { scope })));
  return (await answer.json()) as TokenAnswer;
}

export function basic(service: SampleService, secret = service.clientSecret) {
  const pair = Buffer.from(`${service.clientId}:${secret}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}

export type ApiGet = (
  path: string,
  headers?: Record<string, string>,
  more?: RequestInit,
) => Promise<Response>;

/** A function that reads below `/v1` as a user with these scopes. */
export async function signedIn(service: SampleService, scope = ALL_SCOPES): Promise<ApiGet> {
  const { access_token } = await signIn(service, scope);
  return (path, headers = {}, more = {}) =>
    fetch(service.apiUrl + path, {
      ...more,
      headers: { authorization: `Bearer ${access_token}`, ...headers },
    });
}

/** The status and the message of a refusal, once both are known to agree. */
export async function refusalOf(get: ApiGet, path: string): Promise<string> {
  const answer = await get(path);
  const { error } = (await answer.json()) as { error: { status: number; message: string } };
  return error.status === answer.status
    ? `${answer.status} ${error.message}`
    : `${answer.status}, but ${error.status} in the body`;
}

/** Signs in by `agreeInSampleBrowser` with a listener of its own. Returns what it was called with. */
export async function agreeWithListener(service: SampleService): Promise<URL> {
  let called: URL | null = null;
  const listener = createServer((request, response) => {
    called = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.end('You can close this page.');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const redirectUri = `http://127.0.0.1:${port}/callback`;
  service.registerRedirectUri(redirectUri);
  await agreeInSampleBrowser(authorizeUrl(service, { redirect_uri: redirectUri }));
  await new Promise((resolve) => listener.close(resolve));
  if (called === null) {
    throw new Error('The listener was not called');
  }
  return called;
}
