import { type Answer, htmlAnswer, jsonAnswer, textAnswer } from '../http/answer.ts';
import type { FaultAction } from './fault.ts';

/** What becomes of one request, once all faults that meet it are put together. */
export interface FaultPlan {
  readonly latencyMs: number;
  readonly calls: readonly (() => void | Promise<void>)[];
  /** Whether the request has its effect. */
  readonly handled: boolean;
  /** What is sent: the service's own answer, another one, or nothing. */
  readonly outcome:
    | { readonly kind: 'own' }
    | { readonly kind: 'other'; readonly answer: Answer }
    | { readonly kind: 'reset' }
    | { readonly kind: 'hang' };
  readonly cutBody: boolean;
  /** The text of the `Date` header, given the right time. */
  readonly dateMs: (nowMs: number) => number;
  readonly dateText: string | null;
}

/** Latencies add up, calls run in order; of several replaced answers the first wins. */
export function planFaults(actions: readonly FaultAction[]): FaultPlan {
  let latencyMs = 0;
  let offByMs = 0;
  let dateText: string | null = null;
  let cutBody = false;
  let handled = true;
  let outcome: FaultPlan['outcome'] = { kind: 'own' };
  const calls: (() => void | Promise<void>)[] = [];
  for (const action of actions) {
    switch (action.kind) {
      case 'latency':
        latencyMs += action.ms;
        break;
      case 'call':
        calls.push(action.run);
        break;
      case 'cut-body':
        cutBody = true;
        break;
      case 'wrong-date':
        if (typeof action.date === 'string') {
          dateText = action.date;
        } else {
          offByMs += action.date.offByMs;
        }
        break;
      default:
        if (outcome.kind === 'own') {
          outcome = replacement(action);
          handled = action.afterHandling ?? false;
        }
    }
  }
  return { latencyMs, calls, handled, outcome, cutBody, dateMs: (now) => now + offByMs, dateText };
}

type ReplacingAction = Exclude<
  FaultAction,
  { kind: 'latency' | 'call' | 'cut-body' | 'wrong-date' }
>;

function replacement(action: ReplacingAction): FaultPlan['outcome'] {
  switch (action.kind) {
    case 'reset':
    case 'hang':
      return { kind: action.kind };
    case 'html':
      return {
        kind: 'other',
        answer: htmlAnswer(
          action.status,
          `<html><head><title>${action.status}</title></head><body><h1>Server Error</h1></body></html>`,
        ),
      };
    case 'empty':
      return { kind: 'other', answer: { status: action.status ?? 200, headers: {}, body: '' } };
    case 'garbage':
      return {
        kind: 'other',
        answer: textAnswer(200, '{"items":[{"added_at":"20', {
          'content-type': 'application/json',
        }),
      };
    case 'answer':
      return { kind: 'other', answer: textAnswer(action.status, action.body, action.headers) };
    case 'rate-limit':
      return { kind: 'other', answer: tooMany(action.retryAfterSeconds, {}) };
    case 'quota':
      return {
        kind: 'other',
        answer: tooMany(action.retryAfterSeconds, { reason: 'QUOTA_EXCEEDED' }),
      };
  }
}

/** 429 as recorded; the quota's has a reason (facts §3). */
function tooMany(retryAfterSeconds: number | null, more: object): Answer {
  return jsonAnswer(
    429,
    { error: { status: 429, message: 'API rate limit exceeded', ...more } },
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
}
