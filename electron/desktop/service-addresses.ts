/** Where Spotify is. Neither address ends with a slash. */
export interface SpotifyAddresses {
  readonly accountsUrl: string;
  readonly apiUrl: string;
}

export interface ServiceAddresses extends SpotifyAddresses {
  /** A server of newer versions for a development build; a packaged one knows its own. */
  readonly updatesUrl: string | null;
}

export type ServiceAddressesResult =
  | {
      readonly kind: 'ok';
      readonly addresses: ServiceAddresses;
      /** Variables that are set but without effect in this build; worth a log line. */
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

export const SPOTIFY_ADDRESSES: ServiceAddresses = {
  accountsUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com/v1',
  updatesUrl: null,
};

const ACCOUNTS_VARIABLE = 'CRATEWATCH_ACCOUNTS_URL';
const API_VARIABLE = 'CRATEWATCH_API_URL';
const UPDATES_VARIABLE = 'CRATEWATCH_UPDATE_URL';
const VARIABLES = [ACCOUNTS_VARIABLE, API_VARIABLE, UPDATES_VARIABLE];

/**
 * Reads the addresses from the environment. Only a development build follows them, and only to this
 * machine: otherwise whoever can set a variable could have the tokens sent anywhere, or another
 * program put in the place of this one.
 */
export function serviceAddresses(
  env: Readonly<Record<string, string | undefined>>,
  { packaged }: { readonly packaged: boolean },
): ServiceAddressesResult {
  const given = VARIABLES.filter((name) => env[name]?.trim());
  if (packaged) {
    return { kind: 'ok', addresses: SPOTIFY_ADDRESSES, ignored: given };
  }
  for (const name of given) {
    if (loopbackUrl(env[name]?.trim() ?? '') === null) {
      return { kind: 'refused', message: refusal(name) };
    }
  }
  const accounts = loopbackUrl(env[ACCOUNTS_VARIABLE]?.trim() ?? '');
  const api = loopbackUrl(env[API_VARIABLE]?.trim() ?? '');
  const updates = loopbackUrl(env[UPDATES_VARIABLE]?.trim() ?? '');
  return {
    kind: 'ok',
    addresses: {
      accountsUrl: accounts === null ? SPOTIFY_ADDRESSES.accountsUrl : withoutSlash(accounts),
      apiUrl: api === null ? SPOTIFY_ADDRESSES.apiUrl : withoutSlash(withVersion(api)),
      updatesUrl: updates === null ? null : withoutSlash(updates),
    },
    ignored: [],
  };
}

/** The address, when it leads to this machine by a literal: a name could be made to lead anywhere. */
export function loopbackUrl(address: string): URL | null {
  const url = parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return null;
  }
  const isPlain =
    url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isPlain && isLoopbackLiteral(url.hostname) ? url : null;
}

/** Whether a host name as `URL` gives it is one of the two loopback literals. */
export function isLoopbackLiteral(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === '[::1]';
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function withVersion(url: URL): URL {
  return url.pathname === '/' ? new URL('/v1', url) : url;
}

function withoutSlash(url: URL): string {
  return url.href.replace(/\/+$/, '');
}

function refusal(name: string): string {
  return (
    `${name} must be an address on this machine, such as http://127.0.0.1:4000 or ` +
    'http://[::1]:4000 – without user name, query or fragment. Cratewatch sends tokens there, ' +
    'or starts what it gets there, so it uses no other address.'
  );
}
