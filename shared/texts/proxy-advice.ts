import { type ProxyAddressFault, readProxyAddress } from '../proxy-address.ts';
import { faultOfProxyPassword, faultOfProxyUser } from '../proxy-login.ts';
import type { Advice } from './advice.ts';
import { describeProxyProblem } from './proxy-fault-texts.ts';

/** What may still be typed: not yet a mistake. */
const UNFINISHED: readonly ProxyAddressFault[] = ['no-host', 'no-port'];

/** Checks the address of a proxy. Its value is the address in full. */
export function adviseOnProxyAddress(input: string): Advice<string> {
  const reading = readProxyAddress(input);
  if (reading.kind === 'wrong') {
    const { fault } = reading;
    if (fault === 'empty') return { kind: 'empty' };
    const text = describeProxyProblem({ field: 'address', fault });
    return { kind: UNFINISHED.includes(fault) ? 'incomplete' : 'wrong', text };
  }
  const note = reading.schemeAdded ? `Read as “${reading.address}”.` : null;
  return { kind: 'valid', value: reading.address, note };
}

/** Checks a user name for a proxy. Empty is fine: then the proxy asks for none. */
export function adviseOnProxyUser(input: string): Advice<string> {
  const user = input.trim();
  if (user === '') return { kind: 'empty' };
  const fault = faultOfProxyUser(user);
  return fault === null
    ? { kind: 'valid', value: user, note: null }
    : { kind: 'wrong', text: describeProxyProblem({ field: 'user', fault }) };
}

/** Checks a password for a proxy; spaces belong to it. */
export function adviseOnProxyPassword(input: string): Advice<string> {
  if (input === '') return { kind: 'empty' };
  const fault = faultOfProxyPassword(input);
  return fault === null
    ? { kind: 'valid', value: input, note: null }
    : { kind: 'wrong', text: describeProxyProblem({ field: 'password', fault }) };
}
