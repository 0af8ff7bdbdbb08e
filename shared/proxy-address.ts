/** Why a text is not the address of a proxy. */
export const PROXY_ADDRESS_FAULTS = [
  'empty',
  'too-long',
  'not-an-address',
  'unknown-scheme',
  /** SOCKS is another protocol, which Cratewatch does not speak. */
  'socks',
  /** A name or password in it would end up in the settings file. */
  'credentials',
  'no-host',
  'no-port',
  'port-out-of-range',
  'path',
] as const;
export type ProxyAddressFault = (typeof PROXY_ADDRESS_FAULTS)[number];

export type ProxyAddressReading =
  /** `address` is `http://host:port` or `https://host:port`, in lower case. */
  | { readonly kind: 'ok'; readonly address: string; readonly schemeAdded: boolean }
  | { readonly kind: 'wrong'; readonly fault: ProxyAddressFault };

export const LONGEST_PROXY_ADDRESS = 300;
export const HIGHEST_PORT = 65_535;

/**
 * Reads the address of a proxy as a user types it: `host:port`, with `http://` where nothing else is
 * said. The port must stand there, since programs disagree about which one is meant without it.
 */
export function readProxyAddress(input: string): ProxyAddressReading {
  const text = input.trim();
  const wrong = (fault: ProxyAddressFault): ProxyAddressReading => ({ kind: 'wrong', fault });
  if (text === '') return wrong('empty');
  if (text.length > LONGEST_PROXY_ADDRESS) return wrong('too-long');
  if (/\s/.test(text)) return wrong('not-an-address');
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  const protocol = scheme?.toLowerCase() ?? 'http';
  if (/^socks/.test(protocol)) return wrong('socks');
  if (protocol !== 'http' && protocol !== 'https') return wrong('unknown-scheme');
  const [, authority = '', tail = ''] = /^([^/?#]*)(.*)$/.exec(rest) ?? [];
  if (authority.includes('@')) return wrong('credentials');
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::(.*))?$/.exec(authority);
  if (parts === null) return wrong('not-an-address');
  const [, host = '', port = ''] = parts;
  if (host === '') return wrong('no-host');
  const hostname = hostnameOf(host);
  if (hostname === null) return wrong('not-an-address');
  if (port === '') return wrong('no-port');
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > HIGHEST_PORT) {
    return wrong('port-out-of-range');
  }
  if (tail !== '' && tail !== '/') return wrong('path');
  const address = `${protocol}://${hostname}:${Number(port)}`;
  return { kind: 'ok', address, schemeAdded: scheme === undefined };
}

/** As `URL` writes it; null where it is no host. */
function hostnameOf(host: string): string | null {
  const text = `http://${host}/`;
  if (!URL.canParse(text)) return null;
  const { hostname, pathname } = new URL(text);
  return hostname !== '' && pathname === '/' ? hostname : null;
}
