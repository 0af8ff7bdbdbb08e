import { assertNever } from '../../shared/assert-never.ts';
import type { Clock, Timer } from '../../shared/clock.ts';
import type { ApiFailure } from '../spotify/api-failure.ts';
import type { Profile } from '../spotify/catalogue.ts';
import type { SpotifyApi } from '../spotify/spotify-api.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * When to ask `GET /me` again after it failed, in milliseconds from now. The network is looked at
 * when the failure says, other trouble after 1, 2, 4, … 15 minutes, and what only the user can mend
 * at Spotify's side once an hour (facts §4).
 *
 * @param failuresInARow questions that were not answered, this one included
 */
export function probeRetryDelayMs(
  failure: ApiFailure,
  nowMs: number,
  failuresInARow: number,
): number {
  switch (failure.kind) {
    case 'network':
      return failure.nextTryAtMs === undefined
        ? MINUTE_MS
        : Math.min(Math.max(failure.nextTryAtMs - nowMs, SECOND_MS), HOUR_MS);
    case 'server':
    case 'unreadable':
    case 'unauthorized':
      // Also because each try of a refused token renews it.
      return Math.min(MINUTE_MS * 2 ** Math.min(failuresInARow - 1, 10), QUARTER_HOUR_MS);
    case 'session':
      return MINUTE_MS;
    case 'not-now':
      return Math.min(Math.max(failure.untilMs - nowMs, MINUTE_MS), HOUR_MS);
    case 'not-allow-listed':
    case 'scope-missing':
    case 'forbidden':
    case 'not-found':
    case 'unexpected':
      return HOUR_MS;
    default:
      return assertNever(failure);
  }
}

export interface AccountProbeParts {
  readonly clock: Clock;
  readonly api: Pick<SpotifyApi, 'profile'>;
  readonly onProfile: (profile: Profile) => void;
  /** The question was not answered; it will be asked again. */
  readonly onFailure?: (failure: ApiFailure) => void;
}

/**
 * Finds out whose session this is. A user who is not on the app's allow-list can finish OAuth, so
 * only `GET /me` shows whether a fresh session is of any use (facts §1).
 */
export class AccountProbe {
  readonly #parts: AccountProbeParts;
  #timer: Timer | null = null;
  #asking: AbortController | null = null;
  #failuresInARow = 0;

  constructor(parts: AccountProbeParts) {
    this.#parts = parts;
  }

  /** Asks now, unless the question is already on its way; goes on asking until it is answered. */
  ask(): void {
    if (this.#asking === null) {
      this.#timer?.cancel();
      this.#timer = null;
      void this.#ask(new AbortController());
    }
  }

  /** Forgets the question. A late answer is not reported. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#asking?.abort();
    this.#asking = null;
    this.#failuresInARow = 0;
  }

  async #ask(asking: AbortController): Promise<void> {
    this.#asking = asking;
    const result = await this.#parts.api.profile({ origin: 'by-hand', signal: asking.signal });
    if (asking.signal.aborted) {
      return;
    }
    this.#asking = null;
    if (result.kind === 'ok') {
      this.#failuresInARow = 0;
      this.#parts.onProfile(result.value);
      return;
    }
    this.#failuresInARow += 1;
    const nowMs = this.#parts.clock.nowMs();
    const delayMs = probeRetryDelayMs(result.failure, nowMs, this.#failuresInARow);
    this.#timer = this.#parts.clock.setTimer(delayMs, () => this.ask());
    this.#parts.onFailure?.(result.failure);
  }
}
