import { loopbackUrl } from './service-addresses.ts';

/**
 * The domains of Spotify's image servers. Playlist covers alone come from a dozen hosts below them
 * (i., mosaic., lineup-images.scdn.co, image-cdn-ak., blend-playlist-covers.spotifycdn.com, …), and
 * new ones appear, so the domains are matched, not the hosts.
 */
const IMAGE_DOMAINS = ['scdn.co', 'spotifycdn.com'] as const;

/**
 * The address of an image, if it is one that may be fetched: https from a host of Spotify's, or –
 * in a development build and for the sample library – plain http from the API's own origin on this
 * machine. Null for everything else.
 */
export function allowedArtworkUrl(address: string | null, localApiUrl: string | null): URL | null {
  if (address === null || !URL.canParse(address)) {
    return null;
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    return null;
  }
  if (url.protocol === 'https:' && url.port === '' && isImageHost(url.hostname)) {
    return url;
  }
  const localOrigin = localApiUrl === null ? null : loopbackUrl(localApiUrl)?.origin;
  return localOrigin !== null && localOrigin === url.origin ? url : null;
}

function isImageHost(hostname: string): boolean {
  return IMAGE_DOMAINS.some((domain) => hostname.endsWith(`.${domain}`));
}
