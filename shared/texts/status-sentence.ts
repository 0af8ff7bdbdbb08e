import { assertNever } from '../assert-never.ts';
import type { MonitorState, RequestBudget } from '../library-status.ts';
import { isReserveLeft } from '../request-reserve.ts';
import type { ServiceState, SessionState } from '../session-state.ts';
import { describeMonitor } from './monitor-texts.ts';
import { describeService } from './service-texts.ts';
import { describeSession } from './session-texts.ts';
import type { TextFormat } from './text-format.ts';
import { currentWait, type Wait } from './wait-texts.ts';

/** Everything the one sentence on the state is made of. */
export interface StatusInput {
  readonly mode: 'spotify' | 'sample';
  readonly session: SessionState;
  readonly service: ServiceState;
  readonly monitor: MonitorState;
  readonly unreadChanges: number;
  /** Says whether what is kept for the user is left; left out where nobody could press anything. */
  readonly requests?: RequestBudget;
}

export type StatusTone = 'good' | 'busy' | 'waiting' | 'offline' | 'attention';

/**
 * What the user can do about it; null when there is nothing to do. `go-on-signing-in`: a sign-in is
 * under way and waits for the user in the window, with an address to paste or an account to confirm.
 */
export type StatusAction =
  | 'sign-in'
  | 'go-on-signing-in'
  | 'retry'
  | 'check-now'
  /** Ends the pause that the user asked for. */
  | 'resume'
  /** Ends Cratewatch and starts it again. */
  | 'restart'
  | null;

/** The state in words: the same in the tray, its tooltip and the window. */
export interface StatusSentence {
  readonly tone: StatusTone;
  /** One short sentence without a full stop: "Watching your library". */
  readonly headline: string;
  /** What it means and what happens next, in one or two sentences; null when nothing is to add. */
  readonly detail: string | null;
  readonly action: StatusAction;
  /** A setting that may be what is wrong, or what helps. */
  readonly setting?: 'proxy';
}

/** The headline where more sentences follow it on the line. */
export function headlineSentence({ headline }: Pick<StatusSentence, 'headline'>): string {
  return `${headline}.`;
}

/**
 * The state in one sentence. What stands furthest from working is named first: the session, then
 * Spotify's service, then the monitor. Renewing the access token is no news and is not told.
 *
 * @param nowMs wall-clock time in milliseconds since the Unix epoch
 * @param locale a BCP 47 tag; the machine's own when left out
 * @param timeZone an IANA zone; the machine's own when left out
 */
export function statusSentence(
  input: StatusInput,
  nowMs: number,
  locale?: string,
  timeZone?: string,
): StatusSentence {
  const format: TextFormat = { locale, timeZone };
  const { session } = input;
  if (session.kind !== 'active' && session.kind !== 'refreshing') {
    return describeSession(session, nowMs, format);
  }
  if (session.life?.way === 'client-credentials') {
    // Nobody's library is watched, so the monitor has nothing to say.
    return describeSession(session, nowMs, format);
  }
  const wait = currentWait(input.monitor, input.service);
  const offered = (sentence: StatusSentence) => withReserve(sentence, wait, input.requests);
  if (isServiceNews(input)) {
    const service = describeService(input.service, nowMs, format);
    if (service !== null) return offered(service);
  }
  const libraryName = input.mode === 'sample' ? 'the sample library' : 'your library';
  return offered(describeMonitor(input.monitor, input.unreadChanges, libraryName, nowMs, format));
}

/** Whether there is a watch over a library that the user has not paused. */
export function canBePaused(input: Pick<StatusInput, 'session' | 'monitor'>): boolean {
  return isWatched(input.session) && input.monitor.kind !== 'idle' && !isPausedByUser(input);
}

export function isPausedByUser({
  session,
  monitor,
}: Pick<StatusInput, 'session' | 'monitor'>): boolean {
  return isWatched(session) && monitor.kind === 'paused' && monitor.pause.kind === 'by-user';
}

function isWatched(session: SessionState): boolean {
  return (
    (session.kind === 'active' || session.kind === 'refreshing') &&
    session.life?.way !== 'client-credentials'
  );
}

const RESERVE = 'What is kept for you still lets you check by hand.';

/** Where only our own limit holds checks back, what is kept for the user still lets one through. */
export function withReserve(
  sentence: StatusSentence,
  wait: Wait | null,
  requests: RequestBudget | null | undefined,
): StatusSentence {
  return wait?.reason === 'budget-spent' && requests != null && isReserveLeft(requests)
    ? {
        ...sentence,
        detail: sentence.detail === null ? RESERVE : `${sentence.detail} ${RESERVE}`,
        action: 'check-now',
      }
    : sentence;
}

/** Whether the state of the service says more than the monitor does. */
function isServiceNews({ service, monitor }: StatusInput): boolean {
  switch (monitor.kind) {
    case 'idle':
      return true;
    case 'watching':
      // Trouble with one list is over with it: the monitor alone knows when the next try is.
      return service.kind !== 'service-trouble';
    case 'checking':
      // What is tried at this moment shows what has become of the former trouble.
      return false;
    case 'paused':
      // A pause knows the same, and also where the pass stands.
      return false;
    default:
      return assertNever(monitor);
  }
}
