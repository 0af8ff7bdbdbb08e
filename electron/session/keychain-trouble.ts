import type { CacheTrouble } from './token-cache.ts';

/**
 * What libsecret and GIO say where no secret service answers: no bus, no service on it, or a
 * service without any keyring. keytar passes these on as plain messages without a code.
 */
const MISSING = [
  /d-?bus/i,
  /could not connect/i,
  /connection refused/i,
  /not provided by any \.service/i,
  /object does not exist at path/i,
  /no such (file|secret|object|interface)/i,
  /service.*(unknown|not found)/i,
] as const;

/**
 * Whether a failed call means that there is no keychain, or one that cannot be used just now. What
 * is not recognised counts as locked: that keeps everything and is tried again.
 */
export function keychainTroubleOf(message: string): CacheTrouble {
  return MISSING.some((pattern) => pattern.test(message)) ? 'missing' : 'locked';
}
