import { DEFAULT_REDIRECT_PORTS, type SessionSettings } from '../../shared/session-settings.ts';
import { redirectUriFor } from './callback-request.ts';

/**
 * The settings with the redirect URI that the environment offers. One that Cratewatch can listen on
 * comes first in the list, as long as the user has not chosen ports himself; any serves the pasted
 * way.
 */
export function withOfferedRedirectUri(
  settings: SessionSettings,
  redirectUri: string | null,
): SessionSettings {
  if (redirectUri === null) {
    return settings;
  }
  const port = Number(new URL(redirectUri).port);
  const isOurs = port >= 1_024 && redirectUri === redirectUriFor(port);
  const isDefault = settings.redirectPorts.join() === DEFAULT_REDIRECT_PORTS.join();
  return {
    ...settings,
    manualRedirectUri: settings.manualRedirectUri ?? redirectUri,
    redirectPorts:
      isOurs && isDefault
        ? [port, ...DEFAULT_REDIRECT_PORTS.filter((other) => other !== port)]
        : settings.redirectPorts,
  };
}
