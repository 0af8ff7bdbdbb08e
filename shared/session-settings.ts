import { z } from 'zod';
import { SESSION_BOUNDS } from './session-bounds.ts';

export { DEFAULT_REDIRECT_PORTS, DEFAULT_SESSION_SETTINGS } from './session-defaults.ts';

/** Where tokens outlive the process; `memory` only until the app quits. */
export const tokenCacheKindSchema = z.enum(['keychain', 'file', 'memory']);
export type TokenCacheKind = z.infer<typeof tokenCacheKindSchema>;

const bounded = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.number().int().min(min).max(max);

/** What can be set about signing in and staying signed in. No secret is among it. */
export const sessionSettingsSchema = z.object({
  /** An access token with less than this to live is not handed out. */
  skewSeconds: bounded(SESSION_BOUNDS.skewSeconds),
  /** Limit of one request to the token endpoint, reading the body included. */
  timeoutSeconds: bounded(SESSION_BOUNDS.timeoutSeconds),
  /** Quick retries of one token request, before the state turns to offline or waiting. */
  maxRetries: bounded(SESSION_BOUNDS.maxRetries),
  /** How long the browser is waited for. */
  signInLimitSeconds: bounded(SESSION_BOUNDS.signInLimitSeconds),
  /** True shows Spotify's page even to a user who agreed before. */
  showDialog: z.boolean(),
  /** Tried in this order; `[0]` alone is any free port (facts §1: not sure to be accepted). */
  redirectPorts: z
    .array(z.number().int().min(1024).max(65_535))
    .min(1)
    .max(10)
    .or(z.tuple([z.literal(0)])),
  /** The redirect URI of the pasted way where it is not the first of the ports; null for that. */
  manualRedirectUri: z
    .string()
    .max(500)
    .refine((text) => URL.canParse(text))
    .nullable(),
  /** Asked for at the next sign-in. */
  scopes: z
    .array(z.string().regex(/^[a-z-]{3,60}$/))
    .min(1)
    .max(30),
});
export type SessionSettings = z.infer<typeof sessionSettingsSchema>;
