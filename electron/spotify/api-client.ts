import type { ApiFailure, ApiResult } from './api-failure.ts';
import { BodyFetcher, type BodyFetcherParts, PROFILE_PATH } from './body-fetcher.ts';
import { foreignLink } from './foreign-link.ts';
import { ABORTED } from './gate.ts';
import { addressOf, type GetRequest } from './get-request.ts';
import type { ServiceWatch } from './service-watch.ts';
import { SharedFlights } from './shared-flights.ts';

export type { GetRequest } from './get-request.ts';

export interface ApiClientParts extends BodyFetcherParts {
  readonly watch: ServiceWatch;
  /** Whose library is asked about; null while nobody knows. Answers are shown to nobody else. */
  readonly owner: () => string | null;
}

const STOPPED: ApiResult<never> = { kind: 'failed', failure: ABORTED };

/** Turns one wish into one answer, and what comes of it into the state of the service. */
export class ApiClient {
  readonly #parts: ApiClientParts;
  readonly #fetcher: BodyFetcher;
  readonly #flights = new SharedFlights<ApiResult<unknown>>();
  readonly #closing = new AbortController();

  constructor(parts: ApiClientParts) {
    this.#parts = parts;
    this.#fetcher = new BodyFetcher(parts);
  }

  /**
   * Reads one resource. Whoever asks for the same before the request has left shares its answer.
   *
   * @param parse gives null for a body of another shape
   */
  async get<T>(request: GetRequest, parse: (body: unknown) => T | null): Promise<ApiResult<T>> {
    const { coolDowns, owner, watch } = this.#parts;
    const whose = owner();
    const key =
      request.token === undefined ? `${whose} ${request.origin} ${addressOf(request)}` : null;
    const body = await this.#flights.join(key, this.#signalOf(request), STOPPED, (control) =>
      this.#fetcher.fetch(request, whose, control),
    );
    if (this.#closing.signal.aborted && body.kind === 'failed') {
      return { kind: 'failed', failure: this.#closed() };
    }
    const result = body.kind === 'ok' ? this.#parsed(body.value, parse) : body;
    if (request.token === undefined) {
      const { path } = request;
      watch.see(result, coolDowns.current(), path === PROFILE_PATH ? null : path);
    }
    return result;
  }

  /** Another sign-in: what was answered to the former one is nobody's any more. */
  forget(): void {
    this.#flights.part();
    this.#fetcher.forget();
  }

  /** Breaks off every call and waits until the last has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#flights.settled();
  }

  /** A body that even trips its parser is one of another shape too. */
  #parsed<T>(body: unknown, parse: (body: unknown) => T | null): ApiResult<T> {
    const { apiUrl, logger } = this.#parts;
    const host = foreignLink(body, apiUrl);
    let value: T | null = null;
    if (host !== null) {
      logger.warn('An answer led to another host and was not believed', { host });
    } else {
      try {
        value = parse(body);
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        logger.error('An answer could not be understood', { reason });
      }
    }
    return value === null
      ? { kind: 'failed', failure: { kind: 'unreadable', status: 200, isJson: true } }
      : { kind: 'ok', value };
  }

  #signalOf({ signal }: GetRequest): AbortSignal {
    const closing = this.#closing.signal;
    return signal === undefined ? closing : AbortSignal.any([signal, closing]);
  }

  #closed(): ApiFailure {
    return { kind: 'not-now', reason: 'closing', untilMs: this.#parts.clock.nowMs() };
  }
}
