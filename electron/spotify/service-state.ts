import type { ServiceState } from '../../shared/session-state.ts';
import { offlineCauseOf } from '../session/offline-cause.ts';
import type { ApiFailure } from './api-failure.ts';
import type { CoolDown } from './ledger-store.ts';

const MINUTE_MS = 60_000;
const LONGEST_TROUBLE_MS = 15 * MINUTE_MS;

/** How one call ended, as far as the state of the service is concerned. */
export type CallEnd =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

/**
 * The state of the service after a call, or null where the call says nothing about it.
 *
 * @param coolDown the one that holds now: an answer that was under way when it began does not end it
 * @param troublesInARow calls that ended in 5xx or nonsense since the last success, this one
 *   included; the state promises a next look ever more slowly
 */
export function serviceStateAfter(
  end: CallEnd,
  coolDown: CoolDown | null,
  nowMs: number,
  troublesInARow: number,
): ServiceState | null {
  if (coolDown !== null) {
    return { kind: coolDown.reason, untilMs: coolDown.untilMs };
  }
  if (end.kind === 'ok') {
    return { kind: 'ok' };
  }
  const { failure } = end;
  switch (failure.kind) {
    case 'not-now':
      return failure.reason === 'closing'
        ? null
        : { kind: failure.reason, untilMs: failure.untilMs };
    case 'network':
      return failure.code === 'aborted'
        ? null
        : { kind: 'offline', cause: offlineCauseOf(failure.code) };
    case 'server':
    case 'unreadable':
    case 'unexpected':
      return { kind: 'service-trouble', untilMs: nowMs + troubleMs(troublesInARow) };
    case 'scope-missing':
    case 'not-allow-listed':
      return { kind: failure.kind };
    case 'forbidden':
    case 'not-found':
      // Spotify answered about one thing; as a service it works.
      return { kind: 'ok' };
    case 'session':
    case 'unauthorized':
      return null;
  }
}

/** Whether the state is over by itself at this time. */
export function isOver(state: ServiceState, nowMs: number): boolean {
  return 'untilMs' in state && state.untilMs <= nowMs;
}

/** Whether a call ended in trouble that may be the service's own. */
export function isTrouble(end: CallEnd): boolean {
  return end.kind === 'failed' && TROUBLES.has(end.failure.kind);
}

const TROUBLES: ReadonlySet<ApiFailure['kind']> = new Set(['server', 'unreadable', 'unexpected']);

/** A refusal that says something of one list says, of what everything rests on, that nothing works. */
export function ofEverything(end: CallEnd): CallEnd {
  if (end.kind === 'ok') {
    return end;
  }
  const status = REFUSED.get(end.failure.kind);
  return status === undefined ? end : { kind: 'failed', failure: { kind: 'unexpected', status } };
}

const REFUSED: ReadonlyMap<ApiFailure['kind'], number> = new Map([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not-found', 404],
]);

/** Whether Spotify said something, be it that this was not to be had. */
export function wasAnswered(end: CallEnd): boolean {
  if (end.kind === 'ok') {
    return true;
  }
  switch (end.failure.kind) {
    case 'not-now':
    case 'session':
    case 'network':
    case 'unauthorized':
      return false;
    case 'scope-missing':
    case 'not-allow-listed':
    case 'forbidden':
    case 'not-found':
    case 'server':
    case 'unreadable':
    case 'unexpected':
      return true;
  }
}

function troubleMs(troublesInARow: number): number {
  return Math.min(LONGEST_TROUBLE_MS, MINUTE_MS * 2 ** (Math.max(1, troublesInARow) - 1));
}
