import type { Clock } from '../../shared/clock.ts';
import { Connections } from '../network/connections.ts';
import { CLOSED, networkFailureCode, wasNeverSent } from '../network/network-failure.ts';
import { directRoutes, type Routes } from '../network/routes.ts';
import { type BodyFailure, decodeBody, MAX_BODY_BYTES, readBounded } from './response-body.ts';

const LIMITS = {
  connections: 2,
  connectMs: 10_000,
  headersMs: 20_000,
  bodyMs: 20_000,
  keepAliveMs: 10_000,
} as const;
/** For a whole exchange, so that a body that trickles does not go on for ever. */
const TOTAL_LIMIT_MS = 60_000;

export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case; of a repeated header the first, of `retry-after` all. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export type HttpOutcome =
  | HttpAnswer
  /** The status came, the body did not come whole. */
  | { readonly kind: 'broken-body'; readonly status: number; readonly failure: BodyFailure }
  | { readonly kind: 'no-answer'; readonly code: string; readonly reached: boolean };

export interface HttpTransport {
  /** One GET, no retry, no redirect followed. Never throws. */
  get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpOutcome>;
  /** Breaks off what is in flight and closes every socket. */
  close(): Promise<void>;
}

export interface HttpTransportOptions {
  readonly clock: Clock;
  /** Straight to every address by default. */
  readonly routes?: Routes;
}

/** HTTP over undici, one GET at a time, whatever proxies stand on the way. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const { clock, routes = directRoutes } = options;
  const connections = new Connections(routes, LIMITS);

  async function get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpOutcome> {
    const limit = new AbortController();
    const timer = clock.setTimer(TOTAL_LIMIT_MS, () => limit.abort());
    try {
      const response = await connections.request(url, {
        method: 'GET',
        headers: { accept: 'application/json', 'accept-encoding': 'gzip, br', ...headers },
        signal: AbortSignal.any([signal, limit.signal]),
      });
      const status = response.statusCode;
      const answerHeaders = keptValues(response.headers);
      const raw = await readBounded(response.body, MAX_BODY_BYTES);
      const body =
        raw.kind === 'ok'
          ? await decodeBody(raw.value, answerHeaders.get('content-encoding'))
          : raw;
      if (signal.aborted) {
        return { kind: 'no-answer', code: 'aborted', reached: true };
      }
      return body.kind === 'ok'
        ? { kind: 'answer', status, headers: answerHeaders, body: body.value }
        : { kind: 'broken-body', status, failure: body.failure };
    } catch (error) {
      if (signal.aborted) {
        return { kind: 'no-answer', code: 'aborted', reached: true };
      }
      const code = limit.signal.aborted ? 'time-limit' : networkFailureCode(error);
      return { kind: 'no-answer', code, reached: code !== CLOSED && !wasNeverSent(code) };
    } finally {
      timer.cancel();
    }
  }

  return { get, close: () => connections.close() };
}

function keptValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    const all = typeof value === 'string' ? [value] : (value ?? []);
    const kept = key === 'retry-after' ? all.join(', ') : all[0];
    if (kept !== undefined) {
      values.set(key, kept);
    }
  }
  return values;
}
