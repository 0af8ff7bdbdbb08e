import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { FOREIGN_ANSWER } from '../session/offline-cause.ts';
import { pause } from '../session/pause.ts';
import type { Secret } from '../session/secret.ts';
import type { Session } from '../session/session.ts';
import type { ApiFailure, ApiResult } from './api-failure.ts';
import { type Attempt, costOf, readAttempt } from './attempt.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import { endpointFamily } from './endpoint-family.ts';
import { EtagMemory, isAbout, isWorthRemembering, type KnownAnswer } from './etag-memory.ts';
import type { Gate, Prepared } from './gate.ts';
import { addressOf, type GetRequest } from './get-request.ts';
import type { HttpTransport } from './http-transport.ts';
import type { LedgerReservation } from './ledger.ts';
import { logExchange } from './log-exchange.ts';
import type { Caller, Reachability } from './reachability.ts';
import { backoffMs, retriesAfter } from './retry-policy.ts';
import type { FlightControl } from './shared-flights.ts';
import { type RefusalVerdict, TokenTrust } from './token-trust.ts';

/** Says whose token it is; no library can be watched without it. */
export const PROFILE_PATH = '/me';

export interface BodyFetcherParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly session: Pick<Session, 'getAccessToken' | 'invalidate'>;
  readonly apiUrl: string;
  readonly gate: Gate;
  readonly coolDowns: CoolDownKeeper;
  readonly transport: HttpTransport;
  readonly reachability: Reachability;
  readonly logger: Logger;
}

/** One wish for one body, through all its attempts. */
interface Wish {
  readonly request: GetRequest;
  readonly caller: Caller;
  readonly control: FlightControl;
  /** Under what the answer is remembered; null for one that is not worth it. */
  readonly memoryKey: string | null;
}

/**
 * Makes as many requests as it takes to get one body: network errors, 5xx and broken answers are
 * tried again, a refused token is replaced once, and what an entity tag shows to be known is not
 * sent again. Each of these requests passes the gate.
 */
export class BodyFetcher {
  readonly #parts: BodyFetcherParts;
  readonly #memory = new EtagMemory();
  readonly #trust = new TokenTrust();
  /** Counts what makes an answer to an earlier wish nobody's business. */
  #epoch = 0;

  constructor(parts: BodyFetcherParts) {
    this.#parts = parts;
  }

  /** @param owner whose answer it is; null where nobody knows, and then nothing is remembered */
  async fetch(
    request: GetRequest,
    owner: string | null,
    control: FlightControl,
  ): Promise<ApiResult<unknown>> {
    const caller: Caller = { origin: request.origin };
    const isKept =
      owner !== null &&
      request.token === undefined &&
      isWorthRemembering(request.path, request.query);
    const memoryKey = isKept ? `${owner} ${addressOf(request)}` : null;
    try {
      return await this.#fetch({ request, caller, control, memoryKey });
    } finally {
      this.#parts.reachability.leave(caller);
    }
  }

  /** Forgets every answer. */
  forget(): void {
    this.#epoch += 1;
    this.#memory.clear();
  }

  async #fetch(wish: Wish): Promise<ApiResult<unknown>> {
    const { clock, random, reachability, session } = this.#parts;
    const { caller, control, request } = wish;
    const wasOut = reachability.isOut;
    let known = this.#recall(wish);
    let verdict: RefusalVerdict;
    let wasRepeated = false;
    let wasUnchanged = false;
    for (let retry = 0; ; ) {
      const attempt = await this.#attempt(wish, known);
      let failure: ApiFailure;
      switch (attempt.kind) {
        case 'done':
          return attempt.result;
        case 'not-modified':
          // Nothing is known that this could mean, so it is asked as if for the first time.
          if (wasUnchanged) {
            return failed({ kind: 'unreadable', status: 304 });
          }
          wasUnchanged = true;
          known = null;
          continue;
        case 'token-refused':
          if (request.token !== undefined) {
            return failed({ kind: 'unauthorized' });
          }
          verdict = this.#trust.judge(attempt.token, clock.monotonicMs());
          if (wasRepeated || verdict === 'give-up') {
            return failed({ kind: 'unauthorized' });
          }
          if (verdict === 'renew') {
            session.invalidate(attempt.token);
          }
          wasRepeated = true;
          continue;
        case 'foreign':
          failure = reachability.failed(caller, FOREIGN_ANSWER, 'request');
          break;
        case 'unreachable':
          failure = reachability.failed(caller, attempt.code, attempt.cost);
          break;
        case 'again':
          failure = attempt.failure;
      }
      retry += 1;
      const mayGoOn =
        retry <= retriesAfter(failure, wasOut) &&
        !control.signal.aborted &&
        reachability.refusal(caller) === null;
      if (!mayGoOn) {
        return failed(failure);
      }
      await pause(clock, backoffMs(retry, random()), control.signal);
    }
  }

  async #attempt(wish: Wish, known: KnownAnswer | null): Promise<Attempt> {
    const { gate, reachability } = this.#parts;
    const { caller, control, request } = wish;
    // Also before its turn: what cannot go anyway need not stand in line.
    const refusal = reachability.refusal(caller);
    if (refusal !== null) {
      return { kind: 'done', result: failed(refusal) };
    }
    control.setOpen(true);
    const outcome = await gate.run({
      family: endpointFamily(request.path),
      origin: request.origin,
      signal: control.signal,
      prepare: () => this.#prepare(wish, known),
    });
    return outcome.kind === 'ran'
      ? outcome.result
      : { kind: 'done', result: failed(outcome.failure) };
  }

  async #prepare(wish: Wish, known: KnownAnswer | null): Promise<Prepared<Attempt>> {
    const { clock, reachability, session } = this.#parts;
    const { caller, request } = wish;
    const early = reachability.admit(caller);
    if (early !== null) {
      return { kind: 'unready', failure: early };
    }
    if (request.token !== undefined) {
      const { token } = request;
      return { kind: 'ready', send: (sent) => this.#send(wish, token, known, sent) };
    }
    const access = await session.getAccessToken();
    if (access.kind === 'unavailable') {
      return { kind: 'unready', failure: { kind: 'session', state: access.state } };
    }
    const { token } = access;
    // A user may want to see whether it is still refused; nobody else spends a request on that.
    if (request.origin !== 'by-hand' && this.#trust.isRefused(token, clock.monotonicMs())) {
      return { kind: 'unready', failure: { kind: 'unauthorized' } };
    }
    // Spotify may have gone out of reach while the token was renewed.
    const late = reachability.admit(caller);
    return late === null
      ? { kind: 'ready', send: (sent) => this.#send(wish, token, known, sent) }
      : { kind: 'unready', failure: late };
  }

  async #send(
    wish: Wish,
    token: Secret,
    known: KnownAnswer | null,
    sent: LedgerReservation,
  ): Promise<Attempt> {
    const { apiUrl, clock, coolDowns, logger, reachability, transport } = this.#parts;
    const { control, memoryKey, request } = wish;
    // Whoever asks from now on wants to know how things stand later than this. Only whose token it
    // is does not change meanwhile.
    control.setOpen(request.path === PROFILE_PATH);
    const epoch = this.#epoch;
    const startedMs = clock.monotonicMs();
    const headers = {
      authorization: `Bearer ${token.reveal()}`,
      ...(known === null ? {} : { 'if-none-match': known.etag }),
    };
    const http = await transport.get(`${apiUrl}${addressOf(request)}`, headers, control.signal);
    if (costOf(http) !== 'request') {
      sent.release();
    }
    logExchange(logger, endpointFamily(request.path), http, clock.monotonicMs() - startedMs);
    // Read while the place in flight is still held: a cool-down must stop the next start.
    const attempt = readAttempt(http, { token, nowMs: clock.nowMs(), coolDowns });
    if (http.kind !== 'no-answer' && attempt.kind !== 'foreign') {
      reachability.answered();
      if (attempt.kind !== 'token-refused' && http.status < 500 && request.token === undefined) {
        this.#trust.accepted(token);
      }
    }
    if (http.kind === 'answer' && memoryKey !== null) {
      if (attempt.kind === 'not-modified' && known !== null && isAbout(http, known.etag)) {
        return { kind: 'done', result: { kind: 'ok', value: JSON.parse(known.text()) } };
      }
      if (attempt.kind === 'not-modified') {
        this.#memory.forget(memoryKey);
      } else if (http.status === 200 && attempt.kind === 'done' && epoch === this.#epoch) {
        this.#memory.remember(memoryKey, http, clock.monotonicMs());
      }
    }
    return attempt;
  }

  #recall({ memoryKey }: Wish): KnownAnswer | null {
    return memoryKey === null
      ? null
      : this.#memory.recall(memoryKey, this.#parts.clock.monotonicMs());
  }
}

function failed(failure: ApiFailure): ApiResult<never> {
  return { kind: 'failed', failure };
}
