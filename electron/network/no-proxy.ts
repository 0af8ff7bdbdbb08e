import { BlockList, isIP } from 'node:net';

/**
 * Whether `NO_PROXY` takes an address out, read as curl reads it: names with all below them, with or
 * without a dot or `*.` before, IP addresses and ranges such as `10.0.0.0/8`, each with a port
 * or without; `*` for everything. Separated by commas or spaces.
 */
export function isTakenOut(url: URL, noProxy: string): boolean {
  const host = plainHost(url.hostname);
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => matches(entry, host, port));
}

function matches(entry: string, host: string, port: number): boolean {
  if (entry === '*') {
    return true;
  }
  const { name, onlyPort } = splitPort(entry);
  if (onlyPort !== null && onlyPort !== port) {
    return false;
  }
  const range = /^(.+)\/(\d{1,3})$/.exec(name);
  if (range !== null) {
    return isInRange(host, range[1] ?? '', Number(range[2]));
  }
  const suffix = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return suffix !== '' && (host === suffix || (isIP(host) === 0 && host.endsWith(`.${suffix}`)));
}

/** An IPv6 address without brackets has colons, and none of them is a port's. */
function splitPort(entry: string): { readonly name: string; readonly onlyPort: number | null } {
  if (isIP(entry.replace(/\/\d+$/, '')) === 6) {
    return { name: entry, onlyPort: null };
  }
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  return { name: plainHost(name), onlyPort: port === undefined ? null : Number(port) };
}

function isInRange(host: string, network: string, prefix: number): boolean {
  const family = isIP(network);
  if (family === 0 || isIP(host) !== family || prefix > (family === 4 ? 32 : 128)) {
    return false;
  }
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const range = new BlockList();
  range.addSubnet(network, prefix, type);
  return range.check(host, type);
}

/** Without the brackets of an IPv6 address and the dot of a full name, in lower case. */
function plainHost(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}
