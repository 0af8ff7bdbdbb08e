import { describe, expect, it } from 'vitest';
import {
  type AnswerMeaning,
  classifyResponse,
} from '../../../../electron/spotify/classify-response.ts';

const NOW = Date.UTC(2026, 10, 1, 12);

const errorBody = (status: number, message: string, reason?: string) =>
  JSON.stringify({ error: { status, message, ...(reason === undefined ? {} : { reason }) } });

const coolDown = (
  reason: 'rate-limited' | 'quota-exhausted' | 'premium-lapsed',
  retryAfterMs: number | null,
): AnswerMeaning => ({ kind: 'cool-down', cause: { reason, retryAfterMs } });

const classify = (status: number, body: string, headers: Record<string, string> = {}) =>
  classifyResponse(
    { kind: 'answer', status, body, headers: new Map(Object.entries(headers)) },
    NOW,
  );

describe('classifyResponse', () => {
  it.each<[string, number, string, AnswerMeaning]>([
    ['a body', 200, '{"id":"a"}', { kind: 'body', value: { id: 'a' } }],
    ['HTML with status 200', 200, '<html>', { kind: 'foreign' }],
    ['half a body', 200, '{"items":[{', { kind: 'unreadable', status: 200 }],
    ['an empty body', 200, '', { kind: 'unreadable', status: 200 }],
    [
      'an expired token',
      401,
      errorBody(401, 'The access token expired'),
      { kind: 'token-refused' },
    ],
    ['a 401 without a body', 401, '', { kind: 'token-refused' }],
    [
      'a missing scope',
      403,
      errorBody(403, 'Insufficient client scope'),
      { kind: 'scope-missing' },
    ],
    [
      'an account that is not on the list, as JSON',
      403,
      errorBody(403, 'User not registered in the Developer Dashboard'),
      { kind: 'not-allow-listed' },
    ],
    [
      'an account that is not on the list, as plain text',
      403,
      'User not registered in the Developer Dashboard',
      { kind: 'not-allow-listed' },
    ],
    [
      'a lapsed Premium, as plain text',
      403,
      'Active premium subscription required for the owner of the app. See the documentation.',
      coolDown('premium-lapsed', null),
    ],
    ["another's playlist", 403, errorBody(403, 'Forbidden'), { kind: 'forbidden' }],
    ['a 403 without a body', 403, '', { kind: 'forbidden' }],
    ['HTML with status 403', 403, '<!DOCTYPE html><p>', { kind: 'foreign' }],
    ['nothing there', 404, errorBody(404, 'Resource not found'), { kind: 'not-found' }],
    ['HTML with status 404', 404, ' <html lang=en>', { kind: 'foreign' }],
    [
      'a rate limit',
      429,
      errorBody(429, 'API rate limit exceeded'),
      coolDown('rate-limited', null),
    ],
    ['a rate limit in plain text', 429, 'Too many requests', coolDown('rate-limited', null)],
    [
      'the daily quota',
      429,
      errorBody(429, 'Quota exceeded', 'QUOTA_EXCEEDED'),
      coolDown('quota-exhausted', null),
    ],
    ['a failing server', 500, errorBody(500, 'Server error'), { kind: 'server', status: 500 }],
    ['an HTML 502', 502, '<html>', { kind: 'server', status: 502 }],
    ['a 503 without a body', 503, '', { kind: 'server', status: 503 }],
    ['a request of ours that is wrong', 400, 'Invalid limit', { kind: 'unexpected', status: 400 }],
    ['no content', 204, '', { kind: 'unexpected', status: 204 }],
    ['a redirect', 302, '', { kind: 'foreign' }],
    ['a network that wants a sign-in of its own', 511, '', { kind: 'foreign' }],
    ['word that nothing has changed', 304, '', { kind: 'not-modified' }],
    ['HTML with status 401', 401, '<!DOCTYPE html>', { kind: 'foreign' }],
    ['a proxy that wants a password', 407, '', { kind: 'unexpected', status: 407 }],
  ])('understands %s', (_what, status, body, expected) => {
    expect(classify(status, body)).toEqual(expected);
  });

  it('finds a missing scope in the header alone', () => {
    const headers = { 'www-authenticate': 'Bearer realm="spotify", error="insufficient_scope"' };
    expect(classify(403, '', headers)).toEqual({ kind: 'scope-missing' });
  });

  it('knows HTML by its content type', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    expect(classify(404, 'Sign in to this network', headers)).toEqual({ kind: 'foreign' });
  });

  it('knows a refused token by its challenge, whatever the body', () => {
    const headers = { 'www-authenticate': 'Bearer realm="spotify", error="invalid_token"' };
    expect(classify(401, '<html>', headers)).toEqual({ kind: 'token-refused' });
  });

  it('goes by the words of a refusal, whatever its content type', () => {
    const headers = { 'content-type': 'text/html' };
    const words = 'Active premium subscription required for the owner of the app.';
    expect(classify(403, words, headers)).toEqual(coolDown('premium-lapsed', null));
    expect(classify(200, '{"id":"a"}', headers)).toMatchObject({ kind: 'body' });
  });

  it('reads how long to wait', () => {
    expect(classify(429, '', { 'retry-after': '7' })).toEqual(coolDown('rate-limited', 7_000));
  });

  it("measures a date in Retry-After against the answer's own clock", () => {
    const headers = {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT',
    };
    expect(classify(429, '', headers)).toEqual(coolDown('rate-limited', 60_000));
  });
});
