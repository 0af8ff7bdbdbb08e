import type { Clock } from '../../shared/clock.ts';
import type { Secret } from './secret.ts';
import { classifyTokenResponse, type TokenOutcome } from './token-response.ts';

/** What is asked of the token endpoint, by a public client with PKCE (facts §1). */
export type TokenRequest =
  | {
      readonly grant: 'authorization-code';
      readonly clientId: string;
      readonly code: Secret;
      readonly redirectUri: string;
      readonly verifier: Secret;
    }
  | { readonly grant: 'refresh-token'; readonly clientId: string; readonly refreshToken: Secret };

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
  readonly timeoutSeconds: number;
}

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
    const timer = clock.setTimer(timeoutSeconds * 1_000, () => limit.abort());
    try {
      const signals = signal === undefined ? [limit.signal] : [limit.signal, signal];
      const response = await this.#post(formOf(request), AbortSignal.any(signals));
      const nowMs = clock.nowMs();
      return {
        outcome: classifyTokenResponse({ ...response, nowMs }),
        sentAtMs,
        clockSkewMs: skewOf(response.date, (sentAtMs + nowMs) / 2),
      };
    } catch (error) {
      const code = limit.signal.aborted ? 'TIME_LIMIT' : errorCode(error);
      return { outcome: { kind: 'network', code }, sentAtMs, clockSkewMs: null };
    } finally {
      timer.cancel();
    }
  }

  async #post(form: URLSearchParams, signal: AbortSignal) {
    // Loaded on the first request: it would otherwise be a good part of the start-up time.
    const { Agent, request } = await import('undici');
    // undici's own time limits run on real time; ours covers everything.
    const agent = new Agent({ connect: { timeout: 0 }, headersTimeout: 0, bodyTimeout: 0 });
    try {
      const { statusCode, headers, body } = await request(
        `${this.#options.accountsUrl}/api/token`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
          },
          body: form.toString(),
          dispatcher: agent,
          signal,
        },
      );
      return {
        status: statusCode,
        body: await readLimited(body),
        retryAfter: single(headers['retry-after']),
        date: single(headers.date),
      };
    } finally {
      // One request an hour: a kept connection would only be a socket to forget.
      await agent.destroy();
    }
  }
}

function formOf(request: TokenRequest): URLSearchParams {
  if (request.grant === 'refresh-token') {
    return new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: request.refreshToken.reveal(),
      client_id: request.clientId,
    });
  }
  return new URLSearchParams({
    grant_type: 'authorization_code',
    code: request.code.reveal(),
    redirect_uri: request.redirectUri,
    client_id: request.clientId,
    code_verifier: request.verifier.reveal(),
  });
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
  return Number.isNaN(serverMs) ? null : serverMs - localMs;
}

/** Only the code: a message could quote what was sent. */
function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'UNKNOWN';
}
