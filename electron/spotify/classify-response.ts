import type { CoolDownCause } from './cool-down.ts';
import type { HttpAnswer } from './http-transport.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

/** What an answer means (facts §4), before anything is decided about it. */
export type AnswerMeaning =
  | { readonly kind: 'body'; readonly value: unknown }
  /** 304: what was sent before still holds (RFC 9110 §15.4.5). */
  | { readonly kind: 'not-modified' }
  /** Not Spotify's API but something on the way, such as the sign-in page of a hotel network. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'cool-down'; readonly cause: CoolDownCause }
  | { readonly kind: 'scope-missing' }
  | { readonly kind: 'not-allow-listed' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'unreadable'; readonly status: number }
  | { readonly kind: 'unexpected'; readonly status: number };

/**
 * Reads an answer by its status, headers and text. Error bodies are searched as text and not only
 * as JSON: Spotify sends JSON, plain text, HTML and nothing at all (facts §4).
 *
 * @param nowMs this machine's time, for a `Retry-After` date in an answer without `Date`
 */
export function classifyResponse(answer: HttpAnswer, nowMs: number): AnswerMeaning {
  const { status, headers, body } = answer;
  switch (status) {
    case 200:
      return readJson(answer);
    case 304:
      return { kind: 'not-modified' };
    case 401:
      // A page without Spotify's challenge must not cost a token.
      return isPage(answer) && !/\bBearer\b/i.test(headers.get('www-authenticate') ?? '')
        ? { kind: 'foreign' }
        : { kind: 'token-refused' };
    case 403:
      return classifyForbidden(answer);
    case 404:
      // A page must never pass for "that playlist is gone".
      return { kind: isPage(answer) ? 'foreign' : 'not-found' };
    case 429:
      return {
        kind: 'cool-down',
        cause: {
          reason: /QUOTA_EXCEEDED/i.test(body) ? 'quota-exhausted' : 'rate-limited',
          retryAfterMs: parseRetryAfter(
            headers.get('retry-after') ?? null,
            parseHttpDate(headers.get('date') ?? null) ?? nowMs,
          ),
        },
      };
    case GUEST_NETWORK:
      return { kind: 'foreign' };
    default:
      // The API redirects nowhere.
      if (status >= 300 && status < 400) {
        return { kind: 'foreign' };
      }
      return { kind: status >= 500 ? 'server' : 'unexpected', status };
  }
}

/** "Network Authentication Required" (RFC 6585 §6). */
const GUEST_NETWORK = 511;

function classifyForbidden(answer: HttpAnswer): AnswerMeaning {
  const { body, headers } = answer;
  if (/premium subscription required/i.test(body)) {
    return { kind: 'cool-down', cause: { reason: 'premium-lapsed', retryAfterMs: null } };
  }
  if (/not registered/i.test(body)) {
    return { kind: 'not-allow-listed' };
  }
  if (
    /insufficient client scope/i.test(body) ||
    /insufficient_scope/i.test(headers.get('www-authenticate') ?? '')
  ) {
    return { kind: 'scope-missing' };
  }
  return { kind: isPage(answer) ? 'foreign' : 'forbidden' };
}

function readJson(answer: HttpAnswer): AnswerMeaning {
  try {
    const value: unknown = JSON.parse(answer.body);
    return { kind: 'body', value };
  } catch {
    return isPage(answer) ? { kind: 'foreign' } : { kind: 'unreadable', status: answer.status };
  }
}

/** Spotify's API sends pages only with a status of 500 and above (facts §4). */
function isPage(answer: HttpAnswer): boolean {
  return (
    /^\s*text\/html\b/i.test(answer.headers.get('content-type') ?? '') ||
    /^\s*<(!doctype|html|head|body|script|meta)\b/i.test(answer.body)
  );
}
