/** Control characters would break the header in which it is sent (RFC 7617 §2). */
const CONTROL = /\p{Cc}/u;

export const LONGEST_PROXY_USER = 200;
export const LONGEST_PROXY_PASSWORD = 256;

/** A colon ends the name where name and password are sent (RFC 7617 §2). */
export const PROXY_USER_FAULTS = ['too-long', 'colon', 'control-character', 'missing'] as const;
export type ProxyUserFault = (typeof PROXY_USER_FAULTS)[number];

/** `other-proxy`: the one that is kept was given for another address or another user name. */
export const PROXY_PASSWORD_FAULTS = [
  'empty',
  'too-long',
  'control-character',
  'other-proxy',
] as const;
export type ProxyPasswordFault = (typeof PROXY_PASSWORD_FAULTS)[number];

/** Why this cannot be a user name; null where it can. */
export function faultOfProxyUser(user: string): ProxyUserFault | null {
  if (user === '') return 'missing';
  if (user.length > LONGEST_PROXY_USER) return 'too-long';
  if (CONTROL.test(user)) return 'control-character';
  return user.includes(':') ? 'colon' : null;
}

/** Why this cannot be a password; null where it can. */
export function faultOfProxyPassword(password: string): ProxyPasswordFault | null {
  if (password === '') return 'empty';
  if (password.length > LONGEST_PROXY_PASSWORD) return 'too-long';
  return CONTROL.test(password) ? 'control-character' : null;
}
