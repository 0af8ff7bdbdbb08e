import { type Answer, htmlAnswer, textAnswer } from '../http/answer.ts';
import { GUEST_LOGIN_PATH, guestLoginPage } from '../http/guest-login.ts';
import { apiError, premiumLapsed, tooManyRequests, unauthorized } from '../web-api/api-error.ts';
import type { FaultAction, RefusalReason, RetryAfter } from './fault.ts';

type AnsweringAction = Extract<
  FaultAction,
  | {
      kind: 'html' | 'empty' | 'garbage' | 'answer' | 'refusal' | 'rate-limit' | 'quota';
    }
  | { kind: 'guest-network' }
>;

/** What is answered in the place of the service. */
export function replacementAnswer(action: AnsweringAction): Answer {
  switch (action.kind) {
    case 'html':
      return htmlAnswer(
        action.status,
        `<html><head><title>${action.status}</title></head><body><h1>Server Error</h1></body></html>`,
      );
    case 'empty':
      return { status: action.status ?? 200, headers: {}, body: '' };
    case 'garbage':
      return textAnswer(200, '{"items":[{"added_at":"20', { 'content-type': 'application/json' });
    case 'answer':
      return textAnswer(action.status, action.body, action.headers);
    case 'refusal':
      return refusal(action.reason);
    case 'rate-limit':
      return tooManyRequests(retryAfterOf(action), null);
    case 'quota':
      return tooManyRequests(retryAfterOf(action), 'QUOTA_EXCEEDED');
    case 'guest-network':
      return action.how === 'page'
        ? guestLoginPage()
        : { status: 302, headers: { location: GUEST_LOGIN_PATH }, body: '' };
  }
}

function refusal(reason: RefusalReason): Answer {
  switch (reason) {
    case 'expired-token':
      return unauthorized('The access token expired', true);
    case 'missing-scope':
      return apiError(403, 'Insufficient client scope');
    case 'not-registered':
      return apiError(403, 'User not registered in the Developer Dashboard');
    case 'premium-lapsed':
      return premiumLapsed();
    case 'forbidden':
      return apiError(403, 'Forbidden');
    case 'not-found':
      return apiError(404, 'Resource not found');
  }
}

function retryAfterOf({ retryAfterText, retryAfterSeconds }: RetryAfter): string | null {
  return retryAfterText ?? (retryAfterSeconds === null ? null : String(retryAfterSeconds));
}
