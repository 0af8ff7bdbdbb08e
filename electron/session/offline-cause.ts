import type { OfflineCause } from '../../shared/session-state.ts';
import { PROXY_LOGIN, PROXY_UNREACHABLE } from '../network/network-failure.ts';

/** The system's words for a machine without a network, or without a way out of it. */
const NO_NETWORK = new Set(['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND', 'EHOSTUNREACH']);

/** Our own word: the system says that it is offline, so nothing was tried. */
export const SYSTEM_OFFLINE = 'SYSTEM_OFFLINE';

/** Our own word: somebody on the way answered in Spotify's place, as a guest network does. */
export const FOREIGN_ANSWER = 'FOREIGN_ANSWER';

/** OpenSSL's and Node's words for a certificate that cannot be trusted. */
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|UNABLE_TO_DECRYPT/;

/** Why nothing whole came back, from the code of a failed request. */
export function offlineCauseOf(code: string): OfflineCause {
  if (code === SYSTEM_OFFLINE || NO_NETWORK.has(code)) {
    return 'no-network';
  }
  if (code === FOREIGN_ANSWER) {
    return 'guest-network';
  }
  if (code === PROXY_LOGIN) {
    return 'proxy-login';
  }
  if (code === PROXY_UNREACHABLE) {
    return 'proxy-unreachable';
  }
  return UNTRUSTED.test(code) ? 'untrusted' : 'unreachable';
}
