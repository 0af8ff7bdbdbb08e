import type { ProxyConfig, Session } from 'electron';
import type { Logger } from '../../../shared/logger.ts';
import type { ProxySetting } from '../../../shared/proxy-setting.ts';
import { type Environment, environmentRoute } from '../../network/environment-routes.ts';
import { isUpdateAddress } from './update-addresses.ts';

/** What electron-updater would tell a server about this copy: an id of its own, and a language. */
const UNTOLD = ['x-user-staging-id', 'accept-language'];

/** Says nothing of the version or the system. */
export const UPDATE_USER_AGENT = 'Cratewatch';

/**
 * The one session of Cratewatch that may reach the network, and only where newer versions are. It
 * takes the place of the rule that refuses everything (web-security.ts), for this session alone.
 */
export function openUpdateSession(
  session: Session,
  { feedUrl, logger }: { readonly feedUrl: string | null; readonly logger: Logger },
): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const isAllowed = isUpdateAddress(url, feedUrl);
    if (!isAllowed) {
      const host = URL.canParse(url) ? new URL(url).host : 'unreadable';
      logger.warn('The server of newer versions led elsewhere and was not followed', { host });
    }
    decide({ cancel: !isAllowed });
  });
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, decide) => {
    const told = Object.entries(requestHeaders).filter(
      ([name]) => !UNTOLD.includes(name.toLowerCase()),
    );
    decide({ requestHeaders: { ...Object.fromEntries(told), 'User-Agent': UPDATE_USER_AGENT } });
  });
}

/**
 * The user's proxy in Chromium's words. Addresses of this machine are always reached directly, by
 * Chromium's own rule.
 *
 * @param url - whose newer versions are asked for
 */
export function updateProxy(
  setting: ProxySetting,
  environment: Environment,
  url: URL,
): ProxyConfig {
  switch (setting.kind) {
    case 'none':
      return { mode: 'direct' };
    case 'manual':
      return { mode: 'fixed_servers', proxyRules: setting.address };
    case 'system': {
      const named = environmentRoute(url, environment);
      if (named === null || named.kind === 'none') {
        // What Cratewatch cannot use for Spotify, SOCKS for one, Chromium can.
        return { mode: 'system' };
      }
      return named.kind === 'direct'
        ? { mode: 'direct' }
        : { mode: 'fixed_servers', proxyRules: named.address };
    }
  }
}
