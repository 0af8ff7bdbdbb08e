/** A window that crashes again so soon would only go on crashing. */
const CALM_MS = 60_000;

/**
 * Whether a window whose process ended opens again by itself.
 *
 * @param lastCrashMs when it ended the time before, on the same clock; null for the first time
 */
export function windowCrashVerdict(
  lastCrashMs: number | null,
  nowMs: number,
): 'open-again' | 'stay-closed' {
  return lastCrashMs !== null && nowMs - lastCrashMs < CALM_MS ? 'stay-closed' : 'open-again';
}
