import type { RequestBudget } from '../../shared/library-status.ts';
import { requestFamilySchema } from '../../shared/request-family.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A request and when it was made, in today's wall-clock time; an unknown family is null. */
export interface TimedRequest {
  readonly atMs: number;
  readonly family: string;
}

export type HourStart = (atMs: number) => number;

/**
 * The start of a full hour, where the machine stands: many zones are half an hour off. Not by
 * `setMinutes`, which takes the second of two equal hours in autumn for the first.
 */
export const localHourStart: HourStart = (atMs) =>
  startOfHour(atMs, new Date(atMs).getTimezoneOffset());

/** @param offsetMinutes what local time is behind UTC, as `Date.getTimezoneOffset` says it */
export function startOfHour(atMs: number, offsetMinutes: number): number {
  const localMs = atMs - offsetMinutes * MINUTE_MS;
  return atMs - (((localMs % HOUR_MS) + HOUR_MS) % HOUR_MS);
}

/**
 * Sums requests into the last 24 hours of the local clock, oldest first; the last is the running
 * one. What is older, or of a family that is unknown here, is in none of them.
 */
export function hourlyUse(
  requests: Iterable<TimedRequest>,
  nowMs: number,
  hourStart: HourStart = localHourStart,
): RequestBudget['hours'] {
  const starts = [hourStart(nowMs)];
  while (starts.length < HOURS) {
    starts.unshift(hourStart((starts[0] ?? nowMs) - 1));
  }
  const counts = starts.map(() => new Map<string, number>());
  for (const { atMs, family } of requests) {
    const hour = counts[starts.findLastIndex((startMs) => startMs <= atMs)];
    hour?.set(family, (hour.get(family) ?? 0) + 1);
  }
  return starts.map((startMs, hour) => ({
    startMs,
    used: requestFamilySchema.options.flatMap((family) => {
      const count = counts[hour]?.get(family) ?? 0;
      return count === 0 ? [] : [{ family, count }];
    }),
  }));
}
