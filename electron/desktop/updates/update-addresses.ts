/** Where Cratewatch is released; the same that electron-builder.yml names under `publish`. */
export const RELEASES = { owner: 'cratewatch', repo: 'cratewatch' } as const;

/** For people: the newest version and everything that belongs to it. */
export const RELEASES_PAGE = `https://github.com/${RELEASES.owner}/${RELEASES.repo}/releases/latest`;

/** From here GitHub hands out the files of a release. */
const FILE_HOSTS = '.githubusercontent.com';

/**
 * Whether newer versions may be asked for at an address. `feedUrl` is that of a development build's
 * own server; null means GitHub. Redirects are judged like everything else: one to plain http or to
 * a third party is not followed.
 */
export function isUpdateAddress(address: string, feedUrl: string | null): boolean {
  if (!URL.canParse(address)) {
    return false;
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    return false;
  }
  if (feedUrl !== null) {
    return url.origin === new URL(feedUrl).origin;
  }
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    (url.hostname === 'github.com' || url.hostname.endsWith(FILE_HOSTS))
  );
}

/** The same for what people are shown. */
export function isReleasesPage(address: string): boolean {
  return address === RELEASES_PAGE;
}
