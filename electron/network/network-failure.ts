/** The proxy wants a name and password, or other ones (RFC 9110 §15.5.8). */
export const PROXY_LOGIN = 'PROXY_LOGIN';
/** Nobody answers as a proxy: not there, or gone before it said anything. */
export const PROXY_UNREACHABLE = 'PROXY_UNREACHABLE';
/** The proxy is there and does not let us through to this server. */
export const PROXY_REFUSED = 'PROXY_REFUSED';
/** The proxy is there and cannot reach the server itself. */
export const PROXY_GATEWAY = 'PROXY_GATEWAY';
/** A proxy of a kind that is not spoken here, an address that is none, or one that is no proxy. */
export const PROXY_UNUSABLE = 'PROXY_UNUSABLE';
/** These sockets are closed for good. */
export const CLOSED = 'aborted';

/** Nothing came back, or no way was found. The message is the code: it quotes nothing. */
export class NetworkFailure extends Error {
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.name = 'NetworkFailure';
    this.code = code;
  }
}

/**
 * One word for why nothing came back: the system's, OpenSSL's or undici's, or one of the above.
 * Never a message, which could quote what was sent. Causes are searched from the outside in.
 */
export function networkFailureCode(error: unknown): string {
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

/** What is wrong with a certificate: its dates, whom it is for, or who vouches for it. */
export type CertificateFault = 'date' | 'name' | 'issuer';

const DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CRL_HAS_EXPIRED']);

/** OpenSSL's and Node's words for a connection that cannot be trusted. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|UNABLE_TO_DECRYPT/;

/** Null for a code that is not about trust. */
export function certificateFaultOf(code: string): CertificateFault | null {
  if (DATES.has(code)) {
    return 'date';
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'name';
  }
  return UNTRUSTED.test(code) ? 'issuer' : null;
}

/** Whether somebody unknown vouched for a server, or for the proxy on the way to it. */
export function blamesIssuer(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    if (certificateFaultOf(networkFailureCode(current)) === 'issuer') {
      return true;
    }
    current = current.cause;
  }
  return false;
}

/** Words for "no connection came about". */
const NO_CONNECTION = new Set([
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
  PROXY_REFUSED,
  PROXY_GATEWAY,
  PROXY_UNUSABLE,
]);

/** Whether the request surely never left this machine, or went no further than a proxy. */
export function wasNeverSent(code: string): boolean {
  return NO_CONNECTION.has(code) || certificateFaultOf(code) !== null;
}
