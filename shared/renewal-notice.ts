import { restTimerMs } from './rest-timer.ts';

const DAY_MS = 24 * 3_600_000;
const LONGEST_LOOK_MS = 3_600_000;

/** How many days before the end of a sign-in a notice is due (blueprint §3). The nearest first. */
export const RENEWAL_NOTICE_DAYS = [1, 7, 30] as const;
export type RenewalNoticeDays = (typeof RENEWAL_NOTICE_DAYS)[number];

/** The last notice that was given, and for which end. One for another end says nothing. */
export interface RenewalTold {
  /** Milliseconds since the Unix epoch. */
  readonly renewBeforeMs: number;
  readonly daysBefore: number;
}

interface RenewalMoment {
  /** The end of the sign-in, six months after the user agreed (facts §1). */
  readonly renewBeforeMs: number;
  /** Wall-clock time; it may jump. */
  readonly nowMs: number;
  readonly told: RenewalTold | null;
}

/**
 * The notice that is due, null for none. It is the nearest one that was reached: after weeks of
 * sleep one is enough. Each is given once for one end, and none that is further from the end than
 * the last one, so a clock that is set back repeats nothing. After the end there is none: the
 * session's state says more then.
 */
export function dueRenewalNotice(moment: RenewalMoment): RenewalNoticeDays | null {
  const leftMs = moment.renewBeforeMs - moment.nowMs;
  if (leftMs <= 0) {
    return null;
  }
  const reached = RENEWAL_NOTICE_DAYS.find((days) => leftMs <= days * DAY_MS);
  return reached !== undefined && reached < nearestTold(moment) ? reached : null;
}

/**
 * How long to wait before looking again, at least 30 s and at most an hour: the notices have
 * absolute times, and no timer is trusted to sleep until one. Null where none is left to be given.
 */
export function nextRenewalLookInMs(moment: RenewalMoment): number | null {
  const toldDays = nearestTold(moment);
  const left = RENEWAL_NOTICE_DAYS.filter((days) => days < toldDays);
  if (left.length === 0) {
    return null;
  }
  // What is over may come again with a clock that is set back, but that does not hurry.
  const comingInMs = left
    .map((days) => moment.renewBeforeMs - days * DAY_MS - moment.nowMs)
    .filter((inMs) => inMs > 0);
  return restTimerMs(Math.min(...comingInMs), LONGEST_LOOK_MS);
}

/** Whether the end is so near, or over, that renewing is offered where it is seen at once. */
export function isRenewalNear(renewBeforeMs: number, nowMs: number): boolean {
  return renewBeforeMs - nowMs <= Math.max(...RENEWAL_NOTICE_DAYS) * DAY_MS;
}

function nearestTold({ told, renewBeforeMs }: RenewalMoment): number {
  return told?.renewBeforeMs === renewBeforeMs ? told.daysBefore : Number.POSITIVE_INFINITY;
}
