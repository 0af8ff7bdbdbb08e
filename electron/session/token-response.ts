import { z } from 'zod';
import { Secret } from './secret.ts';

/** What the token endpoint gave. */
export interface TokenGrant {
  readonly accessToken: Secret;
  /** Life of the access token from the moment it was asked for. Always above 0. */
  readonly expiresInSeconds: number;
  /** Null where none was returned: then the one in use stays valid (facts §1, rotation). */
  readonly refreshToken: Secret | null;
  /** Null where the answer did not say; then nothing changed (RFC 6749 §5.1). */
  readonly scopes: readonly string[] | null;
}

/** Everything that a token request can come to. Only the two `invalid-…` end a session. */
export type TokenOutcome =
  | { readonly kind: 'tokens'; readonly grant: TokenGrant }
  | { readonly kind: 'invalid-grant' }
  | { readonly kind: 'invalid-client' }
  /** Another 4xx: the request was not understood, the session is not in doubt. */
  | { readonly kind: 'rejected'; readonly status: number }
  /** `retryAfterMs` is null where the server named no sensible time. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server-trouble'; readonly status: number }
  /**
   * An empty or cut body, JSON of another shape, HTML. `foreign`: a page or a redirect, as a guest
   * network puts in the way of everything.
   */
  | { readonly kind: 'unreadable'; readonly status: number; readonly foreign: boolean }
  /** Nothing whole came back. `code` is the system's word for it. */
  | { readonly kind: 'network'; readonly code: string };

export interface RawTokenResponse {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  /** Now, for a `Retry-After` that is a date. */
  readonly nowMs: number;
}

/** Spotify's answer where it names none (facts §1). */
const USUAL_LIFE_SECONDS = 3_600;
/** A token endpoint is asked about once an hour: no wait beyond this is believed. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/** Visible ASCII: anything else could not stand in an HTTP header (RFC 6749 §A.12). */
const token = z.string().regex(/^[\x21-\x7e]{1,8192}$/);

const grantSchema = z.object({
  access_token: token,
  expires_in: z.coerce.number().positive().max(31_536_000).catch(USUAL_LIFE_SECONDS),
  refresh_token: token.nullable().catch(null).default(null),
  scope: z.string().nullable().catch(null).default(null),
});

const errorSchema = z.object({ error: z.string() });

/**
 * Decides what an answer of the token endpoint means (facts §1, RFC 6749 §5.2). Descriptions vary
 * and are never looked at; an error counts only on a 4xx, so that no outage can end a session.
 */
export function classifyTokenResponse(response: RawTokenResponse): TokenOutcome {
  const { status } = response;
  if (status === 429) {
    return { kind: 'rate-limited', retryAfterMs: parseRetryAfter(response) };
  }
  if (status >= 500) {
    return { kind: 'server-trouble', status };
  }
  if (status >= 400) {
    return classifyError(response, errorSchema.safeParse(parseJson(response.body)).data?.error);
  }
  const parsed = grantSchema.safeParse(parseJson(response.body));
  if (status !== 200 || !parsed.success) {
    return { kind: 'unreadable', status, foreign: isForeign(response) };
  }
  const { access_token, expires_in, refresh_token, scope } = parsed.data;
  return {
    kind: 'tokens',
    grant: {
      accessToken: new Secret(access_token),
      expiresInSeconds: expires_in,
      refreshToken: refresh_token === null ? null : new Secret(refresh_token),
      scopes: scope === null ? null : scope.split(' ').filter((name) => name !== ''),
    },
  };
}

/** Spotify's own trouble can be a page too, but only with a status of 500 and above (facts §1). */
function isForeign({ status, body }: RawTokenResponse): boolean {
  return (status >= 300 && status < 400) || /^\s*<(!doctype|html|head|script|meta)/i.test(body);
}

function classifyError(response: RawTokenResponse, error: string | undefined): TokenOutcome {
  const { status } = response;
  switch (error) {
    case 'invalid_grant':
      return { kind: 'invalid-grant' };
    case 'invalid_client':
      return { kind: 'invalid-client' };
    case undefined:
      return { kind: 'unreadable', status, foreign: isForeign(response) };
    default:
      return { kind: 'rejected', status };
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), at most an hour; null for anything silly. */
function parseRetryAfter({ retryAfter, nowMs }: RawTokenResponse): number | null {
  if (retryAfter === null || retryAfter.trim() === '') {
    return null;
  }
  const seconds = Number(retryAfter);
  const waitMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - nowMs : seconds * 1_000;
  return Number.isNaN(waitMs) || waitMs < 0 ? null : Math.min(waitMs, LONGEST_RETRY_AFTER_MS);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not JSON is an answer like any other here: the schema refuses it.
    return undefined;
  }
}
