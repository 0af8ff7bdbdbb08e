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
  /could not activate remote peer/i,
  /object does not exist at path/i,
  /no such (file|secret|object|interface)/i,
  /service.*(unknown|not found)/i,
] as const;

/**
 * libsecret goes on asking the connection that had the service when it was first used, by its
 * unique name (a colon and digits), which no other connection ever gets again; and where it reaches
 * the new one, as with a write, it names a session that only the old one knew.
 */
const RESTARTED = [
  /\bname :\d+\.\d+ was not provided\b/i,
  /\bsession\b.* does not exist\b/i,
] as const;

/** dbus-broker, which Fedora and Arch use, does not say which name it missed. */
const UNNAMED = /\bname is not activatable\b/i;

/**
 * What a failed call means: no keychain, one that this process cannot find any more, or one that
 * cannot be used just now. `answeredBefore`: an earlier call of this process got through. What is
 * not recognised counts as locked: that keeps everything and is tried again.
 */
export function keychainTroubleOf(message: string, answeredBefore: boolean): CacheTrouble {
  if (UNNAMED.test(message)) {
    return answeredBefore ? 'restarted' : 'missing';
  }
  if (RESTARTED.some((pattern) => pattern.test(message))) {
    return 'restarted';
  }
  return MISSING.some((pattern) => pattern.test(message)) ? 'missing' : 'locked';
}
