const FIRST_MS = 1_000;
const GROWTH = 1.5;
const CAP_MS = 60_000;
/** Where a try may count at Spotify, an outage of a night must not use up the day's requests. */
const COUNTED_CAP_MS = 5 * 60_000;
/** A proxy that is told a wrong password again and again may lock its user out. */
const LOGIN_MS = 15 * 60_000;

/** What a try may cost that came to nothing: nothing, a request at Spotify, or a failed login. */
export type TryCost = 'free' | 'request' | 'login';

/**
 * How long to leave Spotify alone after it could not be reached: 1, 1.5, 2.3, … 60 s, of which the
 * randomness takes up to half away, so that machines that lost it together do not return together.
 *
 * @param failures calls in a row that came to nothing, at least 1
 * @param cost of the last one; where it may be a request up to 5 min, a failed login always 15
 * @param random from 0 up to but not including 1
 */
export function probePauseMs(failures: number, cost: TryCost, random: number): number {
  const growingMs = FIRST_MS * GROWTH ** Math.min(failures - 1, 50);
  const pauseMs =
    cost === 'login' ? LOGIN_MS : Math.min(cost === 'request' ? COUNTED_CAP_MS : CAP_MS, growingMs);
  return Math.round(pauseMs * (1 - random / 2));
}

/** At rest no timer is faster (blueprint §14). */
const LONGEST_LOOK_MS = 30_000;
const LOOK_SHARE = 0.1;

/**
 * How long until it is worth asking the system again whether it is online. That costs nothing but
 * the asking, so after a short outage it is asked often.
 *
 * @param outForMs how long Spotify has been out of reach
 */
export function lookPauseMs(outForMs: number, random: number): number {
  const growingMs = Math.max(FIRST_MS, outForMs * LOOK_SHARE);
  return Math.round(Math.min(LONGEST_LOOK_MS, growingMs) * (1 - random / 2));
}
