import { READING_SCOPES } from './scopes.ts';
import type { SessionSettings } from './session-settings.ts';

/** Loopback ports to register at Spotify's dashboard and to try in this order. */
export const DEFAULT_REDIRECT_PORTS = [43821, 43822, 43823] as const;

/** What holds until the user sets something else. It stands apart from the schemas, as the bounds. */
export const DEFAULT_SESSION_SETTINGS: SessionSettings = {
  skewSeconds: 30,
  timeoutSeconds: 15,
  maxRetries: 3,
  signInLimitSeconds: 300,
  showDialog: false,
  redirectPorts: [...DEFAULT_REDIRECT_PORTS],
  manualRedirectUri: null,
  scopes: [...READING_SCOPES],
};
