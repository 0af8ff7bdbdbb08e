import type { OfflineCause } from '../../shared/session-state.ts';
import {
  certificateFaultOf,
  PROXY_LOGIN,
  PROXY_REFUSED,
  PROXY_UNREACHABLE,
  PROXY_UNUSABLE,
} from '../network/network-failure.ts';

/** Our own word: the system says that it is offline, so nothing was tried. */
export const SYSTEM_OFFLINE = 'SYSTEM_OFFLINE';

/** Our own word: somebody on the way answered in Spotify's place, as a guest network does. */
export const FOREIGN_ANSWER = 'FOREIGN_ANSWER';

const CAUSES: ReadonlyMap<string, OfflineCause> = new Map([
  [SYSTEM_OFFLINE, 'no-network'],
  // The system's words for a machine without a network, or without a way out of it.
  ['EAI_AGAIN', 'no-network'],
  ['ENETDOWN', 'no-network'],
  ['ENETUNREACH', 'no-network'],
  ['ENOTFOUND', 'no-network'],
  ['EHOSTUNREACH', 'no-network'],
  [FOREIGN_ANSWER, 'guest-network'],
  [PROXY_LOGIN, 'proxy-login'],
  [PROXY_UNREACHABLE, 'proxy-unreachable'],
  [PROXY_REFUSED, 'proxy-refused'],
  [PROXY_UNUSABLE, 'proxy-unusable'],
]);

/** Why nothing whole came back, from the code of a failed request. */
export function offlineCauseOf(code: string): OfflineCause {
  return CAUSES.get(code) ?? certificateCauseOf(code) ?? 'unreachable';
}

function certificateCauseOf(code: string): OfflineCause | null {
  switch (certificateFaultOf(code)) {
    case 'date':
      return 'certificate-date';
    case 'name':
      return 'certificate-name';
    case 'issuer':
      return 'untrusted';
    case null:
      return null;
  }
}
