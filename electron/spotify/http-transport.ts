import type { Clock } from '../../shared/clock.ts';
import { KeptDispatchers } from '../network/kept-dispatchers.ts';
import { networkFailure, PROXY_LOGIN, PROXY_UNREACHABLE } from '../network/network-failure.ts';
import { alwaysDirect, DIRECT, type FindRoute, type Route } from '../network/route.ts';
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

/** System words for "no connection came about": then Spotify has not counted the request. */
const NEVER_REACHED = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  PROXY_LOGIN,
  PROXY_UNREACHABLE,
]);

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
  /** Direct by default. */
  readonly findRoute?: FindRoute;
  /** Certificates to trust instead of the usual ones. */
  readonly ca?: string;
}

/** HTTP over undici, loaded with the first request so that the start of the app does not pay. */
export function createHttpTransport(options: HttpTransportOptions): HttpTransport {
  const { clock, findRoute = alwaysDirect } = options;
  const dispatchers = new KeptDispatchers(LIMITS, options.ca);

  async function get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpOutcome> {
    const limit = new AbortController();
    const timer = clock.setTimer(TOTAL_LIMIT_MS, () => limit.abort());
    let route: Route = DIRECT;
    try {
      route = await findRoute(url);
      if (route.kind === 'unusable') {
        return { kind: 'no-answer', code: PROXY_UNREACHABLE, reached: false };
      }
      const { request } = await import('undici');
      const dispatcher = await dispatchers.for(route);
      if (dispatcher === null) {
        return { kind: 'no-answer', code: 'aborted', reached: false };
      }
      const response = await request(url, {
        dispatcher,
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
      const code = limit.signal.aborted ? 'time-limit' : networkFailure(error, route);
      return { kind: 'no-answer', code, reached: !NEVER_REACHED.has(code) };
    } finally {
      timer.cancel();
    }
  }

  return { get, close: () => dispatchers.close() };
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
