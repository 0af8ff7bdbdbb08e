import { assertNever } from './assert-never.ts';
import type { MonitorState } from './library-status.ts';
import type { ServiceState } from './session-state.ts';
import type { StatusInput } from './texts/status-sentence.ts';

const MINUTE_MS = 60_000;
/** A keychain or a file system that comes up with the desktop may take a while. */
const PLACE_GRACE_MS = 5 * MINUTE_MS;
/** A disk is tried again every five minutes: by then it has failed more than once. */
const DISK_GRACE_MS = 8 * MINUTE_MS;

const SESSION_CAUSES = [
  'expired',
  'refused',
  'client-invalid',
  'not-kept',
  'keychain-locked',
  'keychain-missing',
  'file-trouble',
] as const;
const WATCH_CAUSES = [
  'premium-lapsed',
  'not-allow-listed',
  'scope-missing',
  'disk-full',
  'storage-failed',
] as const;

/** Why the watch stands still until the user does something, in one word. */
export const TROUBLE_CAUSES = [...SESSION_CAUSES, ...WATCH_CAUSES] as const;
export type TroubleCause = (typeof TROUBLE_CAUSES)[number];

/** How the watch is, as far as the user's help goes. */
export type TroubleView =
  /** `graceMs`: how long it is left to heal by itself before the user is told. */
  | { readonly kind: 'trouble'; readonly cause: TroubleCause; readonly graceMs: number }
  /** Nothing is wrong, or nothing is to be watched: every trouble is over. */
  | { readonly kind: 'well' }
  /** The session is well; whether the rest is will show. */
  | { readonly kind: 'signed-in' }
  /** A state that passes by itself and says nothing about what was before. */
  | { readonly kind: 'unknown' };

const WELL: TroubleView = { kind: 'well' };
const SIGNED_IN: TroubleView = { kind: 'signed-in' };
const UNKNOWN: TroubleView = { kind: 'unknown' };

/** Whether a trouble is over. A check that is just trying again has not shown it yet. */
export function isOver(cause: TroubleCause, view: TroubleView): boolean {
  switch (view.kind) {
    case 'well':
      return true;
    case 'signed-in':
      return SESSION_CAUSES.some((each) => each === cause);
    case 'trouble':
      return view.cause !== cause;
    case 'unknown':
      return false;
    default:
      return assertNever(view);
  }
}

/**
 * Whether the watch needs the user. Offline, quotas and trouble at Spotify pass by themselves and
 * are never told; a sign-in that is under way has the user's attention already, and a pasted access
 * token ended as it was said to.
 */
export function troubleOf({
  mode,
  session,
  service,
  monitor,
}: Pick<StatusInput, 'mode' | 'session' | 'service' | 'monitor'>): TroubleView {
  if (mode === 'sample') {
    // Nothing of the user's depends on it, and it says nothing of their own library.
    return UNKNOWN;
  }
  switch (session.kind) {
    case 'sign-in-needed':
      return session.reason === 'token-ended' ? UNKNOWN : trouble(session.reason, 0);
    case 'keychain-locked':
    case 'keychain-missing':
    case 'file-trouble':
      return trouble(session.kind, PLACE_GRACE_MS);
    case 'signed-out':
      return WELL;
    case 'authorizing':
    case 'confirming-account':
    case 'offline':
    case 'waiting':
      return UNKNOWN;
    case 'refreshing':
      // Whether it still is one will show.
      return UNKNOWN;
    case 'active':
      return session.life.way === 'client-credentials' ? WELL : troubleOfWatch(service, monitor);
    default:
      return assertNever(session);
  }
}

function troubleOfWatch(service: ServiceState, monitor: MonitorState): TroubleView {
  switch (monitor.kind) {
    case 'idle':
      return troubleOfService(service) ?? SIGNED_IN;
    case 'watching':
      return troubleOfService(service) ?? (service.kind === 'ok' ? WELL : SIGNED_IN);
    case 'checking':
      return SIGNED_IN;
    case 'paused':
      return troubleOfPause(monitor.pause) ?? SIGNED_IN;
    default:
      return assertNever(monitor);
  }
}

function troubleOfService({ kind }: ServiceState): TroubleView | null {
  return kind === 'premium-lapsed' || kind === 'not-allow-listed' || kind === 'scope-missing'
    ? trouble(kind, 0)
    : null;
}

function troubleOfPause(
  pause: Extract<MonitorState, { kind: 'paused' }>['pause'],
): TroubleView | null {
  switch (pause.kind) {
    case 'not-allow-listed':
    case 'scope-missing':
      return trouble(pause.kind, 0);
    case 'disk-full':
    case 'storage-failed':
      return trouble(pause.kind, DISK_GRACE_MS);
    case 'service':
      return pause.reason === 'premium-lapsed' ? trouble(pause.reason, 0) : null;
    case 'by-user':
    case 'session':
    case 'offline':
      return null;
    default:
      return assertNever(pause);
  }
}

function trouble(cause: TroubleCause, graceMs: number): TroubleView {
  return { kind: 'trouble', cause, graceMs };
}
