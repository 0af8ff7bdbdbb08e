import { HIGHEST_PORT, LONGEST_PROXY_ADDRESS, type ProxyAddressFault } from '../proxy-address.ts';
import {
  LONGEST_PROXY_PASSWORD,
  LONGEST_PROXY_USER,
  type ProxyPasswordFault,
  type ProxyUserFault,
} from '../proxy-login.ts';
import type { ProxyProblem } from '../proxy-setting.ts';

const FORM = 'Write it as “http://proxy.example:3128”.';

const ADDRESS: Readonly<Record<ProxyAddressFault, string>> = {
  empty: `The proxy’s address has to stand here. ${FORM}`,
  'too-long': `An address has at most ${LONGEST_PROXY_ADDRESS} characters here.`,
  'not-an-address': `This is not an address. ${FORM}`,
  'unknown-scheme': 'The address begins with “http://” or “https://”.',
  socks: 'Cratewatch cannot use a SOCKS proxy. Ask for the address of a web proxy instead.',
  credentials:
    'Leave out the name and password before the “@”. They have fields of their own, and the password is kept in your keychain.',
  'no-host': `The name of the proxy is missing. ${FORM}`,
  'no-port': `The port is missing. ${FORM}`,
  'port-out-of-range': `A port is a number from 1 to ${HIGHEST_PORT}.`,
  path: 'The address ends with the port. Leave out what follows.',
};

const USER: Readonly<Record<ProxyUserFault, string>> = {
  missing: 'A password goes with a user name. Write the name, or leave out the password.',
  'too-long': `A user name has at most ${LONGEST_PROXY_USER} characters here.`,
  colon: 'A user name for a proxy cannot have a colon in it.',
  'control-character': 'There is a sign in it that cannot be sent, such as a line break.',
};

const PASSWORD: Readonly<Record<ProxyPasswordFault, string>> = {
  empty: 'Write the password, or choose that the proxy asks for none.',
  'too-long': `A password has at most ${LONGEST_PROXY_PASSWORD} characters here.`,
  'control-character': 'There is a sign in it that cannot be sent, such as a line break.',
  'other-proxy': 'The password that is kept belongs to another proxy or name. Write it again.',
};

/** Why a field of the proxy cannot be taken, and what to write instead. */
export function describeProxyProblem(problem: ProxyProblem): string {
  switch (problem.field) {
    case 'address':
      return ADDRESS[problem.fault];
    case 'user':
      return USER[problem.fault];
    case 'password':
      return PASSWORD[problem.fault];
  }
}
