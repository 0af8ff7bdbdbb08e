/** What can be set about a session. */
export interface SessionSettings {
  /** An access token with less than this to live is not handed out. */
  readonly skewSeconds: number;
  /** Quick retries of one token request, before the state turns to offline or waiting. */
  readonly maxRetries: number;
  /** How long the browser is waited for. */
  readonly signInLimitSeconds: number;
  /** True shows Spotify's page even to a user who agreed before. */
  readonly showDialog: boolean;
}

export const DEFAULT_SESSION_SETTINGS: SessionSettings = {
  skewSeconds: 30,
  maxRetries: 3,
  signInLimitSeconds: 300,
  showDialog: false,
};
