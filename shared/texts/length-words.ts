const SECOND_MS = 1_000;

/** "3:42", "1:02:09": how long a song or an episode is; "–" where Spotify does not say. */
export function lengthWords(durationMs: number | null): string {
  if (durationMs === null || !Number.isFinite(durationMs) || durationMs < 0) return '–';
  const seconds = Math.round(durationMs / SECOND_MS);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3_600);
  const [first, ...others] = hours > 0 ? [hours, ...parts] : parts;
  return [String(first), ...others.map((part) => String(part).padStart(2, '0'))].join(':');
}
