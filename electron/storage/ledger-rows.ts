import { isTimeMs, timeOr } from './plausible-time.ts';
import type { SqlRow } from './sqlite.ts';

// Rows of the ledger, read so that no damage of one of them stops anything.

const COOL_DOWN_REASONS = ['rate-limited', 'quota-exhausted', 'premium-lapsed'] as const;

export interface RequestRow {
  readonly atMs: number;
  readonly countedMs: number;
  readonly family: string;
}

export interface ClockRow {
  readonly countedMs: number;
  readonly wallMs: number;
  readonly uptimeMs: number | null;
  readonly debtMs: number;
}

export interface CoolDownRow {
  readonly reason: (typeof COOL_DOWN_REASONS)[number];
  readonly untilMs: number;
  readonly untilCountedMs: number | null;
}

/** @param nowMs counted time; for one that cannot be, it is taken to be made now */
export function readRequest(row: SqlRow, nowMs: number): RequestRow {
  const countedMs = Math.min(nowMs, timeOr(row.counted_ms, nowMs));
  const family = row.family;
  return {
    atMs: timeOr(row.at_ms, countedMs),
    countedMs,
    family: typeof family === 'string' ? family : 'unreadable',
  };
}

/** Null where it says no time. */
export function readClock(row: SqlRow): ClockRow | null {
  const [countedMs, wallMs, uptimeMs, debtMs] = [
    row.counted_ms,
    row.wall_ms,
    row.uptime_ms,
    row.debt_ms,
  ];
  return isTimeMs(countedMs) && isTimeMs(wallMs)
    ? {
        countedMs,
        wallMs,
        uptimeMs: isTimeMs(uptimeMs) ? uptimeMs : null,
        debtMs: timeOr(debtMs, 0),
      }
    : null;
}

/** A reason of a newer version is taken for the longest of waits that are known here. */
export function readCoolDown(row: SqlRow): CoolDownRow {
  const reason = COOL_DOWN_REASONS.find((known) => known === row.reason) ?? 'quota-exhausted';
  const untilCountedMs = row.until_counted_ms;
  return {
    reason,
    untilMs: timeOr(row.until_ms, 0),
    untilCountedMs: isTimeMs(untilCountedMs) ? untilCountedMs : null,
  };
}
