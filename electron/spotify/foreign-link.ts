/** Where the body of a list can hold a page: it is the page itself, or holds it under one of these. */
const PLACES = ['artists', 'items', 'tracks'];

/**
 * The host to which a page's `next` leads, where that is neither Spotify's nor the one that was
 * asked. Links are never followed: pages are asked for by offset or cursor, at the API's own address.
 * Who sends others is not Spotify, so the rest of such an answer is not to be believed either.
 *
 * @param body as it came
 * @param apiUrl where it was asked for
 */
export function foreignLink(body: unknown, apiUrl: string): string | null {
  for (const page of [body, ...PLACES.map((place) => memberOf(body, place))]) {
    const next = memberOf(page, 'next');
    const address = typeof next === 'string' && next !== '' ? addressOf(next, apiUrl) : null;
    if (address !== null && !isSpotifys(address) && address.origin !== new URL(apiUrl).origin) {
      return address.host;
    }
  }
  return null;
}

function isSpotifys({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && (hostname === 'spotify.com' || hostname.endsWith('.spotify.com'));
}

/** Null for what is no address at all: it leads nowhere. */
function addressOf(link: string, base: string): URL | null {
  return URL.canParse(link, base) ? new URL(link, base) : null;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
