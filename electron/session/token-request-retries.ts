import type { Clock } from '../../shared/clock.ts';
import { quickRetryDelayMs } from './backoff.ts';
import { pause } from './pause.ts';
import type { TokenAnswer } from './token-endpoint.ts';
import type { TokenOutcome } from './token-response.ts';

export interface QuickRetries {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly maxRetries: number;
  /** When aborted, no further try begins. */
  readonly signal: AbortSignal;
}

/** Asks up to `1 + maxRetries` times while the trouble may pass in seconds; gives the last answer. */
export async function withQuickRetries(
  ask: () => Promise<TokenAnswer>,
  { clock, random, maxRetries, signal }: QuickRetries,
): Promise<TokenAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask();
    if (!mayPassInSeconds(answer.outcome) || attempt >= maxRetries || signal.aborted) {
      return answer;
    }
    await pause(clock, quickRetryDelayMs(attempt, random()), signal);
    if (signal.aborted) {
      return answer;
    }
  }
}

/** A rate limit is not among these: asking again at once would prolong it. */
function mayPassInSeconds(outcome: TokenOutcome): boolean {
  return (
    outcome.kind === 'network' || outcome.kind === 'server-trouble' || outcome.kind === 'unreadable'
  );
}
