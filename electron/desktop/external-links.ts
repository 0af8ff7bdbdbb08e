import { assertNever } from '../../shared/assert-never.ts';
import type { LinkTarget } from '../../shared/ipc-contract.ts';
import type { Logger } from '../../shared/logger.ts';
import { isLoopbackLiteral } from './service-addresses.ts';
import { isReleasesPage, RELEASES_PAGE } from './updates/update-addresses.ts';

/** The only hosts to which Cratewatch ever sends the user's browser, but for its own releases. */
const OPENABLE_HOSTS = [
  'developer.spotify.com',
  'open.spotify.com',
  'www.spotify.com',
  'accounts.spotify.com',
] as const;

/** The page behind a link of the window. The window names a target, never an address. */
export function linkUrl(target: LinkTarget): string {
  switch (target.kind) {
    case 'developer-dashboard':
      return 'https://developer.spotify.com/dashboard';
    case 'account-apps':
      return 'https://www.spotify.com/account/apps/';
    case 'releases':
      return RELEASES_PAGE;
    case 'spotify-item': {
      const [, type = '', id = ''] = target.uri.split(':');
      return `https://open.spotify.com/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
    }
    default:
      return assertNever(target);
  }
}

/** Whether the system's browser may be sent to this address. */
export function isOpenable(address: string): boolean {
  const url = plainUrl(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    (OPENABLE_HOSTS.some((host) => host === url.hostname) || isReleasesPage(address))
  );
}

/**
 * Whether this is the sign-in page of the accounts service in use. That may be another server on
 * this machine: the sample service, or one that a development build was pointed at.
 */
export function isAuthorizePage(address: string, accountsUrl: string): boolean {
  const url = plainUrl(address);
  const accounts = plainUrl(accountsUrl);
  if (url === null || accounts === null || url.origin !== accounts.origin) {
    return false;
  }
  return isOpenable(address) || isLoopbackLiteral(accounts.hostname);
}

/** Opens pages in the system's browser, and only those that are known. */
export class ExternalLinks {
  readonly #openExternal: (url: string) => Promise<void>;
  readonly #logger: Logger;

  /** @param openExternal Electron's `shell.openExternal` */
  constructor(openExternal: (url: string) => Promise<void>, logger: Logger) {
    this.#openExternal = openExternal;
    this.#logger = logger;
  }

  /** False when the system has no program for it. */
  async openTarget(target: LinkTarget): Promise<boolean> {
    const url = linkUrl(target);
    return isOpenable(url) && this.#open(url);
  }

  /** Opens the sign-in page. False when it is not one, or the system has no program for it. */
  async openAuthorizePage(address: string, accountsUrl: string): Promise<boolean> {
    return isAuthorizePage(address, accountsUrl) && this.#open(address);
  }

  async #open(url: string): Promise<boolean> {
    try {
      await this.#openExternal(url);
      return true;
    } catch (error) {
      this.#logger.warn('The browser could not be opened', { reason: String(error) });
      return false;
    }
  }
}

function plainUrl(address: string): URL | null {
  if (!URL.canParse(address)) {
    return null;
  }
  const url = new URL(address);
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  return isHttp && url.username === '' && url.password === '' ? url : null;
}
