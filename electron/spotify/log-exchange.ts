import type { Logger } from '../../shared/logger.ts';
import type { HttpOutcome } from './http-transport.ts';
import type { EndpointFamily } from './ledger-store.ts';

/** One line a request: no address, no header, no body. */
export function logExchange(
  logger: Logger,
  family: EndpointFamily,
  http: HttpOutcome,
  elapsedMs: number,
): void {
  const milliseconds = Math.round(elapsedMs);
  if (http.kind === 'no-answer') {
    logger.warn('Web API request got no answer', { family, code: http.code, milliseconds });
  } else if (http.kind === 'broken-body') {
    const { failure, status } = http;
    logger.warn('Web API answer was broken off', { family, status, failure, milliseconds });
  } else if (http.status === 200 || http.status === 304) {
    logger.debug('Web API request', { family, status: http.status, milliseconds });
  } else {
    logger.warn('Web API request', { family, status: http.status, milliseconds });
  }
}
