import type { Answer } from '../http/answer.ts';
import { type PageChange, totalOffBy, withoutMembers } from './change-page.ts';
import type { FaultAction } from './fault.ts';
import { replacementAnswer } from './replacement-answer.ts';

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
  /** How much of the body is sent: all, or half of it before a cut or for ever. */
  readonly delivery: 'whole' | 'cut' | 'stalled';
  /** What becomes of the page in the service's own answer. */
  readonly pageChanges: readonly PageChange[];
  /** The text of the `Date` header, given the right time. */
  readonly dateMs: (nowMs: number) => number;
  readonly dateText: string | null;
}

/** Latencies add up, calls run in order; of several replaced answers the first wins. */
export function planFaults(actions: readonly FaultAction[]): FaultPlan {
  let latencyMs = 0;
  let offByMs = 0;
  let dateText: string | null = null;
  let delivery: FaultPlan['delivery'] = 'whole';
  const pageChanges: PageChange[] = [];
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
        delivery = 'cut';
        break;
      case 'stall-body':
        delivery = 'stalled';
        break;
      case 'short-page':
        pageChanges.push(withoutMembers(action.missing));
        break;
      case 'wrong-total':
        pageChanges.push(totalOffBy(action.by));
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
  return {
    latencyMs,
    calls,
    handled,
    outcome,
    delivery,
    pageChanges,
    dateMs: (now) => now + offByMs,
    dateText,
  };
}

type ReplacingAction = Exclude<
  FaultAction,
  {
    kind:
      | 'latency'
      | 'call'
      | 'cut-body'
      | 'stall-body'
      | 'wrong-date'
      | 'short-page'
      | 'wrong-total';
  }
>;

function replacement(action: ReplacingAction): FaultPlan['outcome'] {
  return action.kind === 'reset' || action.kind === 'hang'
    ? { kind: action.kind }
    : { kind: 'other', answer: replacementAnswer(action) };
}
