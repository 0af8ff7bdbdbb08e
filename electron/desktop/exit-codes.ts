/**
 * What the process tells the one who started it, so that cron and scripts can act on it. 64 is
 * `EX_USAGE` of sysexits.h.
 */
export const EXIT_CODES = {
  done: 0,
  unexpected: 1,
  signInNeeded: 2,
  waiting: 3,
  offline: 4,
  usage: 64,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
