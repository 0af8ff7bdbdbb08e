import { readProxyAddress } from '../shared/proxy-address.ts';
import { faultOfProxyPassword, faultOfProxyUser } from '../shared/proxy-login.ts';
import type { ProxyOrder, ProxyProblem, ProxySetting } from '../shared/proxy-setting.ts';
import { Secret } from './session/secret.ts';

export type ProxyOrderReading =
  | {
      readonly kind: 'ok';
      readonly setting: ProxySetting;
      /** To be written before the setting holds; null where none was given. */
      readonly newPassword: Secret | null;
    }
  | { readonly kind: 'invalid'; readonly problems: ProxyProblem[] };

/**
 * What an order of the window comes to, or every field that is wrong with it. A password that is
 * kept stays with the address and the name for which it was given.
 */
export function readProxyOrder(order: ProxyOrder, current: ProxySetting): ProxyOrderReading {
  if (order.kind !== 'manual') {
    return { kind: 'ok', setting: { kind: order.kind }, newPassword: null };
  }
  const problems: ProxyProblem[] = [];
  const reading = readProxyAddress(order.address);
  if (reading.kind === 'wrong') {
    problems.push({ field: 'address', fault: reading.fault });
  }
  const typedUser = order.user?.trim() ?? '';
  const user = typedUser === '' ? null : typedUser;
  const userFault = user === null ? null : faultOfProxyUser(user);
  if (userFault !== null) {
    problems.push({ field: 'user', fault: userFault });
  }
  const { password } = order;
  if (password.kind !== 'none' && user === null) {
    problems.push({ field: 'user', fault: 'missing' });
  }
  const passwordFault = password.kind === 'given' ? faultOfProxyPassword(password.password) : null;
  if (passwordFault !== null) {
    problems.push({ field: 'password', fault: passwordFault });
  }
  const address = reading.kind === 'ok' ? reading.address : '';
  if (problems.length === 0 && password.kind === 'kept' && !isKeptFor(current, address, user)) {
    problems.push({ field: 'password', fault: 'other-proxy' });
  }
  if (problems.length > 0) {
    return { kind: 'invalid', problems };
  }
  return {
    kind: 'ok',
    setting: { kind: 'manual', address, user, hasPassword: password.kind !== 'none' },
    newPassword: password.kind === 'given' ? new Secret(password.password) : null,
  };
}

function isKeptFor(current: ProxySetting, address: string, user: string | null): boolean {
  return (
    current.kind === 'manual' &&
    current.hasPassword &&
    current.address === address &&
    current.user === user
  );
}
