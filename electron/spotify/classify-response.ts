import type { CoolDownCause } from './cool-down.ts';
import type { HttpAnswer } from './http-transport.ts';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

/** What an answer means (facts §4), before anything is decided about it. */
export type AnswerMeaning =
  | { readonly kind: 'body'; readonly value: unknown }
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
  if (status === 200) {
    return readJson(body);
  }
  if (status === 401) {
    return { kind: 'token-refused' };
  }
  if (status === 429) {
    const dateMs = parseHttpDate(headers.get('date') ?? null) ?? nowMs;
    return {
      kind: 'cool-down',
      cause: {
        reason: /QUOTA_EXCEEDED/i.test(body) ? 'quota-exhausted' : 'rate-limited',
        retryAfterMs: parseRetryAfter(headers.get('retry-after') ?? null, dateMs),
      },
    };
  }
  if (status >= 500) {
    return { kind: 'server', status };
  }
  // A page of HTML is not Spotify's API speaking but something on the way, such as the sign-in page
  // of a hotel network. It must never pass for "that playlist is gone".
  if ((status === 403 || status === 404) && isHtml(answer)) {
    return { kind: 'unreadable', status };
  }
  if (status === 403) {
    return classifyForbidden(headers.get('www-authenticate') ?? '', body);
  }
  if (status === 404) {
    return { kind: 'not-found' };
  }
  return { kind: 'unexpected', status };
}

function classifyForbidden(wwwAuthenticate: string, body: string): AnswerMeaning {
  if (/premium subscription required/i.test(body)) {
    return { kind: 'cool-down', cause: { reason: 'premium-lapsed', retryAfterMs: null } };
  }
  if (/not registered/i.test(body)) {
    return { kind: 'not-allow-listed' };
  }
  if (/insufficient client scope/i.test(body) || /insufficient_scope/i.test(wwwAuthenticate)) {
    return { kind: 'scope-missing' };
  }
  return { kind: 'forbidden' };
}

function readJson(body: string): AnswerMeaning {
  try {
    const value: unknown = JSON.parse(body);
    return { kind: 'body', value };
  } catch {
    return { kind: 'unreadable', status: 200 };
  }
}

function isHtml(answer: HttpAnswer): boolean {
  return (
    /^\s*text\/html\b/i.test(answer.headers.get('content-type') ?? '') ||
    /^\s*<(!doctype|html|head|body)\b/i.test(answer.body)
  );
}
