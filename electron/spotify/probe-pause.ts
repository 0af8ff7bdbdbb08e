const FIRST_MS = 1_000;
const CAP_MS = 60_000;
/** Where a try may count at Spotify, an outage of a night must not use up the day's requests. */
const COUNTED_CAP_MS = 5 * 60_000;

/**
 * How long to leave Spotify alone after it could not be reached: 1, 2, 4, … 60 s, of which the
 * randomness takes up to half away, so that machines that lost it together do not return together.
 *
 * @param failures tries in a row that came to nothing, at least 1
 * @param mayCount the last one left this machine, so it may count at Spotify: then up to 5 min
 * @param random from 0 up to but not including 1
 */
export function probePauseMs(failures: number, mayCount: boolean, random: number): number {
  const growingMs = FIRST_MS * 2 ** Math.min(failures - 1, 20);
  return Math.round(Math.min(mayCount ? COUNTED_CAP_MS : CAP_MS, growingMs) * (1 - random / 2));
}
