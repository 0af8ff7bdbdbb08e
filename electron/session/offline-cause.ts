import type { OfflineCause } from '../../shared/session-state.ts';

/** The system's words for a machine without a network, or without a way out of it. */
const NO_NETWORK = new Set(['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND', 'EHOSTUNREACH']);

/** OpenSSL's and Node's words for a certificate that cannot be trusted. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|UNABLE_TO_DECRYPT/;

/** Why nothing whole came back, from the code of a failed request. */
export function offlineCauseOf(code: string): OfflineCause {
  if (NO_NETWORK.has(code)) {
    return 'no-network';
  }
  return UNTRUSTED.test(code) ? 'untrusted' : 'unreachable';
}
