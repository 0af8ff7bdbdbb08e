import type { Clock } from '../../shared/clock.ts';
import { type BodyFailure, decodeBody, MAX_BODY_BYTES, readBounded } from './response-body.ts';

const CONNECT_LIMIT_MS = 10_000;
const HEADERS_LIMIT_MS = 20_000;
/** Between two pieces of a body. */
const BODY_LIMIT_MS = 20_000;
/** For a whole exchange, so that a body that trickles does not go on for ever. */
const TOTAL_LIMIT_MS = 60_000;
const KEEP_ALIVE_MS = 10_000;

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
]);

export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** Names in lower case; of a repeated header the first. */
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

/** HTTP over undici, loaded with the first request so that the start of the app does not pay. */
export function createHttpTransport(clock: Clock): HttpTransport {
  let agent: ReturnType<typeof createAgent> | null = null;
  let closed = false;

  async function get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpOutcome> {
    const limit = new AbortController();
    const timer = clock.setTimer(TOTAL_LIMIT_MS, () => limit.abort());
    try {
      agent ??= createAgent();
      const { request, dispatcher } = await agent;
      if (closed) {
        return { kind: 'no-answer', code: 'aborted', reached: false };
      }
      const response = await request(url, {
        dispatcher,
        method: 'GET',
        headers: { accept: 'application/json', 'accept-encoding': 'gzip, br', ...headers },
        signal: AbortSignal.any([signal, limit.signal]),
      });
      const status = response.statusCode;
      const answerHeaders = firstValues(response.headers);
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
      const code = limit.signal.aborted ? 'time-limit' : codeOf(error);
      return { kind: 'no-answer', code, reached: !NEVER_REACHED.has(code) };
    } finally {
      timer.cancel();
    }
  }

  return {
    get,
    close: async () => {
      closed = true;
      if (agent !== null) {
        await (await agent).dispatcher.destroy();
      }
    },
  };
}

async function createAgent() {
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent({
    connections: 2,
    connect: { timeout: CONNECT_LIMIT_MS },
    headersTimeout: HEADERS_LIMIT_MS,
    bodyTimeout: BODY_LIMIT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  return { dispatcher, request };
}

function firstValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const first = typeof value === 'string' ? value : value?.[0];
    if (first !== undefined) {
      values.set(name.toLowerCase(), first);
    }
  }
  return values;
}

/** The system's or undici's word for what went wrong; causes are searched from the outside in. */
function codeOf(error: unknown): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if ('code' in current && typeof current.code === 'string') {
      return current.code;
    }
    if (current instanceof AggregateError && current.errors.length > 0) {
      current = current.errors[0];
    } else {
      current = current.cause;
    }
  }
  return 'unknown';
}
