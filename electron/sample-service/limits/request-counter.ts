import type { Clock } from '../../../shared/clock.ts';
import type { Answer } from '../http/answer.ts';
import type { SampleBehaviour } from '../sample-service.ts';
import { tooManyRequests } from '../web-api/api-error.ts';
import { type EndpointBucket, endpointBucketOf } from './endpoint-bucket.ts';
import { RollingLimit, type RollingRule } from './rolling-limit.ts';
import type { SampleQuota, SampleRateLimit } from './sample-limits.ts';

const DAY_MS = 86_400_000;

/** Counts the requests of the app as Spotify does, and refuses those that are too many. */
export class RequestCounter {
  readonly #clock: Clock;
  readonly #behaviour: SampleBehaviour;
  #recent = new RollingLimit();
  #day = new RollingLimit();
  readonly #buckets = new Map<EndpointBucket, RollingLimit>();

  constructor(clock: Clock, behaviour: SampleBehaviour) {
    this.#clock = clock;
    this.#behaviour = behaviour;
  }

  /** 429 where it may not go; else null, and it is counted. `path`: what follows `/v1`. */
  refusalOf(path: string): Answer | null {
    const { rateLimit, quota } = this.#behaviour.limits;
    this.#forgetWhatIsOff();
    const nowMs = this.#clock.nowMs();
    const bucket = this.#bucketOf(path);
    if (quota !== null) {
      const waitMs = Math.max(
        bucket.check(quotaRule(quota, quota.perBucket), nowMs),
        this.#day.check(quotaRule(quota, quota.total), nowMs),
      );
      if (waitMs > 0) {
        return tooManyRequests(retryAfter(waitMs, quota.sendsRetryAfter), 'QUOTA_EXCEEDED');
      }
    }
    if (rateLimit !== null) {
      const waitMs = this.#recent.check(rateRule(rateLimit), nowMs);
      if (waitMs > 0) {
        return tooManyRequests(retryAfter(waitMs, rateLimit.sendsRetryAfter), null);
      }
    }
    const counting = [
      ...(quota === null ? [] : [bucket, this.#day]),
      ...(rateLimit === null ? [] : [this.#recent]),
    ];
    for (const limit of counting) {
      limit.count(nowMs);
    }
    return null;
  }

  #bucketOf(path: string): RollingLimit {
    const name = endpointBucketOf(path);
    const bucket = this.#buckets.get(name) ?? new RollingLimit();
    this.#buckets.set(name, bucket);
    return bucket;
  }

  #forgetWhatIsOff(): void {
    const { rateLimit, quota } = this.#behaviour.limits;
    if (rateLimit === null) {
      this.#recent = new RollingLimit();
    }
    if (quota === null) {
      this.#day = new RollingLimit();
      this.#buckets.clear();
    }
  }
}

function quotaRule(quota: SampleQuota, most: number): RollingRule {
  const { retryAfterSeconds: seconds, prolonged = true } = quota;
  return {
    most,
    windowMs: DAY_MS,
    blockMs: seconds === undefined ? null : seconds * 1_000,
    prolonged,
  };
}

function rateRule({ requests, perSeconds, prolonged = true }: SampleRateLimit): RollingRule {
  return { most: requests, windowMs: perSeconds * 1_000, blockMs: null, prolonged };
}

/** Whole seconds; one that comes back after so many finds room. */
function retryAfter(waitMs: number, sends = true): string | null {
  return sends ? String(Math.ceil(waitMs / 1_000)) : null;
}
