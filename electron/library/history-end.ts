import { retentionCutMs } from './history/retention-cut.ts';

const DAY_MS = 24 * 3_600_000;
const NOTICE_DAYS = 30;

/**
 * From when on history is deleted because it is older than it may be kept, where that has begun or
 * begins within 30 days; else null.
 *
 * @param baselineAtMs - when history began; null: there is none yet
 * @param months - null keeps everything
 */
export function historyEnd(
  baselineAtMs: number | null,
  months: number | null,
  nowMs: number,
): { readonly months: number; readonly fromMs: number } | null {
  if (baselineAtMs === null || months === null) {
    return null;
  }
  for (let days = 0; days <= NOTICE_DAYS; days += 1) {
    const fromMs = nowMs + days * DAY_MS;
    if (retentionCutMs(fromMs, months) > baselineAtMs) {
      return { months, fromMs };
    }
  }
  return null;
}
