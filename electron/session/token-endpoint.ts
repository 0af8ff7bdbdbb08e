import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../../shared/clock.ts';
import { Connections } from '../network/connections.ts';
import { networkFailureCode } from '../network/network-failure.ts';
import { directRoutes, type Routes } from '../network/routes.ts';
import type { Secret } from './secret.ts';
import { classifyTokenResponse, type TokenOutcome } from './token-response.ts';

/** Who asks: a public client, or with its secret a confidential one (RFC 6749 §2.1). */
export interface OAuthClient {
  readonly id: string;
  readonly secret: Secret | null;
}

/** What is asked of the token endpoint (facts §1, table of grants). */
export type TokenRequest =
  | {
      readonly grant: 'authorization-code';
      readonly client: OAuthClient;
      readonly code: Secret;
      readonly redirectUri: string;
      readonly verifier: Secret;
    }
  | {
      readonly grant: 'refresh-token';
      readonly client: OAuthClient;
      readonly refreshToken: Secret;
    }
  | { readonly grant: 'client-credentials'; readonly client: OAuthClient };

export interface TokenAnswer {
  readonly outcome: TokenOutcome;
  /** When the request left, by this machine's clock: a token's life counts from here. */
  readonly sentAtMs: number;
  /** Server time minus this machine's time; null where the answer had no `Date`. */
  readonly clockSkewMs: number | null;
}

export interface TokenEndpoint {
  /** One request, without retries. Never throws: every failure is an outcome. */
  request(request: TokenRequest, signal?: AbortSignal): Promise<TokenAnswer>;
}

export interface TokenEndpointOptions {
  /** For example `https://accounts.spotify.com`, without a slash at the end. */
  readonly accountsUrl: string;
  readonly clock: Clock;
  /** Limit for the whole exchange, connecting and reading the body included. */
  readonly timeoutSeconds: () => number;
  /** Straight to the endpoint by default. */
  readonly routes?: Routes;
}

/** undici's own time limits run on real time; ours covers everything. */
const LIMITS = {
  connections: 1,
  connectMs: 0,
  headersMs: 0,
  bodyMs: 0,
  keepAliveMs: 1_000,
} as const;

/** No server lives before this program was written: such a `Date` says nothing. */
const EARLIEST_MS = Date.UTC(2026, 0, 1);

/** A token answer has about 600 bytes; an error page a few thousand. */
const LONGEST_BODY_BYTES = 65_536;

/** `POST /api/token` over undici. Redirects are not followed: a token goes nowhere else. */
export class HttpTokenEndpoint implements TokenEndpoint {
  readonly #options: TokenEndpointOptions;

  constructor(options: TokenEndpointOptions) {
    this.#options = options;
  }

  async request(request: TokenRequest, signal?: AbortSignal): Promise<TokenAnswer> {
    const { clock, timeoutSeconds } = this.#options;
    const sentAtMs = clock.nowMs();
    const limit = new AbortController();
    const timer = clock.setTimer(timeoutSeconds() * 1_000, () => limit.abort());
    try {
      const signals = signal === undefined ? [limit.signal] : [limit.signal, signal];
      const response = await this.#post(request, AbortSignal.any(signals));
      const nowMs = clock.nowMs();
      return {
        outcome: classifyTokenResponse({ ...response, nowMs }),
        sentAtMs,
        clockSkewMs: skewOf(response.date, (sentAtMs + nowMs) / 2),
      };
    } catch (error) {
      const code = limit.signal.aborted ? 'TIME_LIMIT' : networkFailureCode(error);
      return { outcome: { kind: 'network', code }, sentAtMs, clockSkewMs: null };
    } finally {
      timer.cancel();
    }
  }

  async #post(asked: TokenRequest, signal: AbortSignal) {
    const { accountsUrl, routes = directRoutes } = this.#options;
    const connections = new Connections(routes, LIMITS);
    try {
      const { statusCode, headers, body } = await connections.request(`${accountsUrl}/api/token`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          ...authorizationOf(asked.client),
        },
        body: formOf(asked).toString(),
        signal,
      });
      return {
        status: statusCode,
        body: await readLimited(body),
        retryAfter: single(headers['retry-after']),
        date: single(headers.date),
      };
    } finally {
      // One request an hour: a kept connection would only be a socket to forget.
      await connections.close();
    }
  }
}

function formOf(request: TokenRequest): URLSearchParams {
  const { client } = request;
  // With a secret the client stands in the header (RFC 6749 §2.3.1); twice would be an error.
  const who = client.secret === null ? { client_id: client.id } : {};
  switch (request.grant) {
    case 'refresh-token':
      return new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: request.refreshToken.reveal(),
        ...who,
      });
    case 'authorization-code':
      return new URLSearchParams({
        grant_type: 'authorization_code',
        code: request.code.reveal(),
        redirect_uri: request.redirectUri,
        // Also with a secret: a stolen code is then of no use (RFC 9700 §2.1.1).
        code_verifier: request.verifier.reveal(),
        ...who,
      });
    case 'client-credentials':
      return new URLSearchParams({ grant_type: 'client_credentials', ...who });
    default:
      return assertNever(request);
  }
}

function authorizationOf({ id, secret }: OAuthClient): Readonly<Record<string, string>> {
  if (secret === null) {
    return {};
  }
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret.reveal())}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** A body beyond the limit reads as an empty one: it is no token answer either way. */
async function readLimited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > LONGEST_BODY_BYTES) {
      return '';
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

function skewOf(date: string | null, localMs: number): number | null {
  const serverMs = date === null ? Number.NaN : Date.parse(date);
  return serverMs >= EARLIEST_MS ? serverMs - localMs : null;
}
