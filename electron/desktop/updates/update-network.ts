import type { ProxyConfig, Session } from 'electron';
import type { Logger } from '../../../shared/logger.ts';
import type { ProxySetting } from '../../../shared/proxy-setting.ts';
import { type Environment, environmentRoute } from '../../network/environment-routes.ts';
import { isUpdateAddress } from './update-addresses.ts';

/** What electron-updater would tell a server about this copy: an id of its own. */
const UNTOLD = ['x-user-staging-id'];

/** Says nothing of the version, the system or its language. */
const USER_AGENT = 'Cratewatch';
const LANGUAGE = 'en';

/** A look at GitHub takes three, and each may lead on; electron-updater follows circles for ever. */
const MOST_REQUESTS = 20;

/**
 * The one session of Cratewatch that may reach the network, and only where newer versions are. It
 * takes the place of the rule that refuses everything (web-security.ts), for this session alone. To
 * be called before each run.
 */
export function openUpdateSession(
  session: Session,
  { feedUrl, logger }: { readonly feedUrl: string | null; readonly logger: Logger },
): void {
  let asked = 0;
  session.setUserAgent(USER_AGENT, LANGUAGE);
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    asked += 1;
    const isAllowed = isUpdateAddress(url, feedUrl) && asked <= MOST_REQUESTS;
    if (!isAllowed) {
      const host = URL.canParse(url) ? new URL(url).host : 'unreadable';
      logger.warn('The server of newer versions was not followed', { host, asked });
    }
    decide({ cancel: !isAllowed });
  });
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, decide) => {
    const told = Object.entries(requestHeaders).filter(
      ([name]) => !UNTOLD.includes(name.toLowerCase()),
    );
    decide({ requestHeaders: { ...Object.fromEntries(told), 'User-Agent': USER_AGENT } });
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
