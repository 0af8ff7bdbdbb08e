/** What becomes of Cratewatch after a fault in its main process. */
export type FaultVerdict =
  /** Logged, and no more: what stood behind it is over, the rest is as it was. */
  | 'go-on'
  /** Everything is saved and Cratewatch starts again, once. */
  | 'restart'
  /** It came again soon after a restart: the next one waits, or it would never end. */
  | 'endure'
  /** A run without a user ends, with an exit code that says so. */
  | 'end';

/** What Cratewatch does something about. */
export type GraveVerdict = Exclude<FaultVerdict, 'go-on'>;

export interface Fault {
  readonly kind: 'error' | 'rejection';
  /** A failure of the network, the disk or a stream, which the program is used to. */
  readonly isPassing: boolean;
}

export interface FaultCircumstances {
  /** Promises that failed unheard within `FAULT_WINDOW_MS`, this one included. */
  readonly rejections: number;
  /** When a fault last led to a restart; wall clock. */
  readonly restartedAtMs: number | null;
  readonly nowMs: number;
  /** `--exit-after-sync` */
  readonly isUnattended: boolean;
}

export const FAULT_WINDOW_MS = 600_000;
const REJECTIONS_TO_RESTART = 5;

/**
 * After an error that nobody caught nobody knows what was left half done, and what was to run next may
 * never run: only a new process surely watches. A promise that failed unheard ended one piece of work
 * and touched no other, so only many of them count.
 */
export function faultVerdict(fault: Fault, now: FaultCircumstances): FaultVerdict {
  const isGrave =
    !fault.isPassing && (fault.kind === 'error' || now.rejections >= REJECTIONS_TO_RESTART);
  if (!isGrave) return 'go-on';
  if (now.isUnattended) return 'end';
  // A restart in the future: the clock was set back since. It may have been a moment ago.
  const isRecent = now.restartedAtMs !== null && now.nowMs - now.restartedAtMs < FAULT_WINDOW_MS;
  return isRecent ? 'endure' : 'restart';
}

/** The system's own codes and those of the HTTP client; Node's begin with `ERR_` and are our faults. */
const PASSING_CODE = /^(?:E(?!RR_)[A-Z0-9]{2,}|UND_ERR_\w+)$/;

export function isPassingFault(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    PASSING_CODE.test(thrown.code)
  );
}
