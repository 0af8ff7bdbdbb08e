import type { Route } from './route.ts';

/** The proxy wants a name and password, or other ones (RFC 9110 §15.5.8). */
export const PROXY_LOGIN = 'PROXY_LOGIN';
/** The proxy is not there, refuses to lead on, or is of a kind that cannot be used. */
export const PROXY_UNREACHABLE = 'PROXY_UNREACHABLE';
/** The proxy is there and cannot reach the server itself. */
export const PROXY_GATEWAY = 'PROXY_GATEWAY';

/** Words for "nobody there": with a proxy in between it is the proxy that is not. */
const NOBODY_THERE = new Set([
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One word for why nothing came back: the system's, OpenSSL's or undici's, or one of the above.
 * Never a message, which could quote what was sent.
 */
export function networkFailure(error: unknown, route: Route): string {
  const code = errorCode(error);
  if (route.kind !== 'proxy') {
    return code;
  }
  const answer = tunnelAnswer(error);
  if (answer === 407) {
    return PROXY_LOGIN;
  }
  if (answer !== null) {
    return answer >= 500 ? PROXY_GATEWAY : PROXY_UNREACHABLE;
  }
  return NOBODY_THERE.has(code) ? PROXY_UNREACHABLE : code;
}

/** The first code there is; causes are searched from the outside in. */
export function errorCode(error: unknown): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if ('code' in current && typeof current.code === 'string') {
      return current.code;
    }
    current =
      current instanceof AggregateError && current.errors.length > 0
        ? current.errors[0]
        : current.cause;
  }
  return error instanceof Error ? error.name : 'UNKNOWN';
}

/** The status with which a proxy refused the tunnel; undici tells it in the message only. */
function tunnelAnswer(error: unknown): number | null {
  const message = error instanceof Error ? error.message : '';
  const status = /^Proxy response \((\d{3})\) !== 200/.exec(message)?.[1];
  return status === undefined ? null : Number(status);
}
