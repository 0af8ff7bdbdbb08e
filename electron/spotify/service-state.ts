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
    case 'unexpected':
      return null;
  }
}

/** Whether the state is over by itself at this time. */
export function isOver(state: ServiceState, nowMs: number): boolean {
  return 'untilMs' in state && state.untilMs <= nowMs;
}

/** Whether a call ended in trouble of the service's own. */
export function isTrouble(end: CallEnd): boolean {
  return (
    end.kind === 'failed' && (end.failure.kind === 'server' || end.failure.kind === 'unreadable')
  );
}

function troubleMs(troublesInARow: number): number {
  return Math.min(LONGEST_TROUBLE_MS, MINUTE_MS * 2 ** (Math.max(1, troublesInARow) - 1));
}
