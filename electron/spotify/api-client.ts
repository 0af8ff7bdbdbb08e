import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import { pause } from '../session/pause.ts';
import type { Secret } from '../session/secret.ts';
import type { Session } from '../session/session.ts';
import type { ApiResult } from './api-failure.ts';
import { type Attempt, readAttempt } from './attempt.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import { endpointFamily } from './endpoint-family.ts';
import type { Gate } from './gate.ts';
import type { HttpTransport } from './http-transport.ts';
import { logExchange } from './log-exchange.ts';
import { backoffMs, retriesAllowed } from './retry-policy.ts';
import type { ServiceWatch } from './service-watch.ts';
import type { RequestOptions } from './spotify-api.ts';

export interface GetRequest extends RequestOptions {
  /** Below the API's base address, parts percent-encoded: `/me/tracks` */
  readonly path: string;
  /** Null values are left out. */
  readonly query: Readonly<Record<string, string | number | null>>;
  /** Instead of the session's; what becomes of the request then says nothing about the session. */
  readonly token?: Secret;
}

export interface ApiClientParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly session: Pick<Session, 'getAccessToken' | 'invalidate'>;
  readonly apiUrl: string;
  readonly gate: Gate;
  readonly coolDowns: CoolDownKeeper;
  readonly transport: HttpTransport;
  readonly watch: ServiceWatch;
  readonly logger: Logger;
}

/** Turns one wish into as many requests as it takes, and into one answer. */
export class ApiClient {
  readonly #parts: ApiClientParts;
  readonly #closing = new AbortController();
  readonly #calls = new Set<Promise<unknown>>();

  constructor(parts: ApiClientParts) {
    this.#parts = parts;
  }

  /**
   * Reads one resource. Network errors, 5xx and answers that are no JSON are tried again up to 3
   * times; a refused token is replaced once.
   *
   * @param parse gives null for a body of another shape
   */
  async get<T>(request: GetRequest, parse: (body: unknown) => T | null): Promise<ApiResult<T>> {
    const call = this.#get(request, parse);
    this.#calls.add(call);
    const result = await call.finally(() => this.#calls.delete(call));
    if (this.#closing.signal.aborted && result.kind === 'failed') {
      const untilMs = this.#parts.clock.nowMs();
      return { kind: 'failed', failure: { kind: 'not-now', reason: 'closing', untilMs } };
    }
    if (request.token === undefined) {
      this.#parts.watch.see(result, this.#parts.coolDowns.current());
    }
    return result;
  }

  /** Breaks off every call and waits until the last has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled([...this.#calls]);
  }

  async #get<T>(request: GetRequest, parse: (body: unknown) => T | null): Promise<ApiResult<T>> {
    const { clock, random, session, watch } = this.#parts;
    const signal =
      request.signal === undefined
        ? this.#closing.signal
        : AbortSignal.any([request.signal, this.#closing.signal]);
    const retries = retriesAllowed(watch.state.kind === 'offline');
    let tokenReplaced = false;
    for (let retry = 0; ; ) {
      const attempt = await this.#attempt(request, parse, signal);
      if (attempt.kind === 'done') {
        return attempt.result;
      }
      if (attempt.kind === 'token-refused') {
        if (tokenReplaced || request.token !== undefined) {
          // A new token was refused too. Replacing it as well would only load the token endpoint.
          return { kind: 'failed', failure: { kind: 'unauthorized' } };
        }
        session.invalidate(attempt.token);
        tokenReplaced = true;
        continue;
      }
      retry += 1;
      if (retry > retries || signal.aborted) {
        return { kind: 'failed', failure: attempt.failure };
      }
      await pause(clock, backoffMs(retry, random()), signal);
    }
  }

  async #attempt<T>(
    request: GetRequest,
    parse: (body: unknown) => T | null,
    signal: AbortSignal,
  ): Promise<Attempt<T>> {
    const { clock, coolDowns, gate, logger, session, transport } = this.#parts;
    const family = endpointFamily(request.path);
    const outcome = await gate.run({
      family,
      origin: request.origin,
      signal,
      prepare: async () => {
        const access =
          request.token === undefined
            ? await session.getAccessToken()
            : ({ kind: 'token', token: request.token } as const);
        if (access.kind === 'unavailable') {
          return { kind: 'unready', failure: { kind: 'session', state: access.state } };
        }
        return {
          kind: 'ready',
          send: async (sent) => {
            const startedMs = clock.monotonicMs();
            const authorization = `Bearer ${access.token.reveal()}`;
            const http = await transport.get(this.#url(request), { authorization }, signal);
            if (http.kind === 'no-answer' && !http.reached) {
              sent.release();
            } else {
              sent.keep();
            }
            logExchange(logger, family, http, clock.monotonicMs() - startedMs);
            // Read while the place in flight is still held: a cool-down must stop the next start.
            return readAttempt(
              http,
              { token: access.token, nowMs: clock.nowMs(), coolDowns },
              parse,
            );
          },
        };
      },
    });
    return outcome.kind === 'ran'
      ? outcome.result
      : { kind: 'done', result: { kind: 'failed', failure: outcome.failure } };
  }

  #url(request: GetRequest): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query)) {
      if (value !== null) {
        query.set(name, String(value));
      }
    }
    const text = query.toString();
    return `${this.#parts.apiUrl}${request.path}${text === '' ? '' : `?${text}`}`;
  }
}
