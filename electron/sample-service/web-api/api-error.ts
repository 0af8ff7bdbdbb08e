import { type Answer, jsonAnswer, textAnswer } from '../http/answer.ts';

/** The shape of every error of the Web API (facts §4). */
export function apiError(status: number, message: string): Answer {
  return jsonAnswer(status, { error: { status, message } });
}

/** 401 with the challenge that RFC 6750 §3 asks for. No `error` where no token was sent. */
export function unauthorized(message: string, withToken: boolean): Answer {
  const problem = withToken ? `, error="invalid_token", error_description="${message}"` : '';
  return jsonAnswer(
    401,
    { error: { status: 401, message } },
    { 'www-authenticate': `Bearer realm="spotify"${problem}` },
  );
}

/** Comes as plain text (facts §4). */
export function premiumLapsed(): Answer {
  return textAnswer(
    403,
    'Active premium subscription required for the owner of the app. Check the subscription of the account that owns this client id.',
  );
}

/** 429 as recorded; that of the daily quota has a reason (facts §3). */
export function tooManyRequests(
  retryAfter: string | null,
  reason: 'QUOTA_EXCEEDED' | null,
): Answer {
  const error = { status: 429, message: 'API rate limit exceeded' };
  return jsonAnswer(
    429,
    { error: reason === null ? error : { ...error, reason } },
    retryAfter === null ? {} : { 'retry-after': retryAfter },
  );
}
