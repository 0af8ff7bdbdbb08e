import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Secret } from '../session/secret.ts';
import type { Session } from '../session/session.ts';
import type { ApiFailure, ApiResult } from './api-failure.ts';
import { classifyResponse } from './classify-response.ts';
import type { CoolDownKeeper } from './cool-down-keeper.ts';
import { endpointFamily } from './endpoint-family.ts';
import { ABORTED, type Gate } from './gate.ts';
import type { HttpOutcome, HttpTransport } from './http-transport.ts';
import { pause } from './pause.ts';
import { backoffMs, retriesAllowed } from './retry-policy.ts';
import type { ServiceWatch } from './service-watch.ts';
import type { RequestOptions } from './spotify-api.ts';

export interface GetRequest extends RequestOptions {
  /** Below the API's base address, parts percent-encoded: `/me/tracks` */
  readonly path: string;
  /** Null values are left out. */
  readonly query: Readonly<Record<string, string | number | null>>;
}

/** How one attempt ended. `again` may be tried once more; `done` may not. */
type Attempt<T> =
  | { readonly kind: 'done'; readonly result: ApiResult<T> }
  | { readonly kind: 'again'; readonly failure: ApiFailure }
  | { readonly kind: 'token-refused'; readonly token: Secret };

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
    this.#parts.watch.see(result, this.#parts.coolDowns.current());
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
        session.invalidate(attempt.token);
        if (tokenReplaced) {
          return { kind: 'failed', failure: { kind: 'unauthorized' } };
        }
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
    const { clock, gate, session, transport } = this.#parts;
    const family = endpointFamily(request.path);
    const outcome = await gate.run({
      family,
      origin: request.origin,
      signal,
      prepare: async () => {
        const access = await session.getAccessToken();
        if (access.kind === 'unavailable') {
          return { kind: 'unready', failure: { kind: 'session', state: access.state } };
        }
        return {
          kind: 'ready',
          send: async (sent) => {
            const startedMs = clock.monotonicMs();
            const authorization = `Bearer ${access.token.reveal()}`;
            const http = await transport.get(this.#url(request), { authorization }, signal);
            const never = http.kind === 'no-answer' && !http.reached;
            never ? sent.release() : sent.keep();
            this.#log(family, http, clock.monotonicMs() - startedMs);
            // Read while the place in flight is still held: a cool-down must stop the next start.
            return this.#read(http, access.token, parse);
          },
        };
      },
    });
    return outcome.kind === 'ran'
      ? outcome.result
      : { kind: 'done', result: { kind: 'failed', failure: outcome.failure } };
  }

  #read<T>(http: HttpOutcome, token: Secret, parse: (body: unknown) => T | null): Attempt<T> {
    if (http.kind === 'no-answer') {
      return http.code === 'aborted'
        ? failed(ABORTED)
        : { kind: 'again', failure: { kind: 'network', code: http.code } };
    }
    if (http.kind === 'broken-body') {
      const failure: ApiFailure = { kind: 'unreadable', status: http.status };
      return http.failure === 'cut' ? { kind: 'again', failure } : failed(failure);
    }
    const { clock, coolDowns } = this.#parts;
    const meaning = classifyResponse(http, clock.nowMs());
    switch (meaning.kind) {
      case 'body': {
        coolDowns.answered();
        const value = parse(meaning.value);
        return value === null
          ? failed({ kind: 'unreadable', status: http.status })
          : { kind: 'done', result: { kind: 'ok', value } };
      }
      case 'token-refused':
        return { kind: 'token-refused', token };
      case 'cool-down': {
        const { reason, untilMs } = coolDowns.begin(meaning.cause);
        return failed({ kind: 'not-now', reason, untilMs });
      }
      case 'server':
        return { kind: 'again', failure: meaning };
      case 'unreadable':
        return { kind: 'again', failure: meaning };
      case 'scope-missing':
      case 'not-allow-listed':
      case 'forbidden':
      case 'not-found':
      case 'unexpected':
        return failed(meaning);
    }
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

  #log(family: string, http: HttpOutcome, elapsedMs: number): void {
    const milliseconds = Math.round(elapsedMs);
    const { logger } = this.#parts;
    if (http.kind === 'no-answer') {
      logger.warn('Web API request got no answer', { family, code: http.code, milliseconds });
    } else if (http.kind === 'broken-body') {
      const { failure, status } = http;
      logger.warn('Web API answer was broken off', { family, status, failure, milliseconds });
    } else if (http.status === 200) {
      logger.debug('Web API request', { family, status: http.status, milliseconds });
    } else {
      logger.warn('Web API request', { family, status: http.status, milliseconds });
    }
  }
}

function failed<T>(failure: ApiFailure): Attempt<T> {
  return { kind: 'done', result: { kind: 'failed', failure } };
}
