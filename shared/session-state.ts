import { z } from 'zod';

/** Who is signed in. `key` is `account_id` where Spotify gives one, else `id` (facts §2, profile). */
export const accountSchema = z.object({
  key: z.string().min(1),
  displayName: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/**
 * How a session came about. `authorization-code`: a user agreed, over the browser or by import;
 * `client-credentials`: the app alone, public data only; `access-token`: a pasted one, never renewed.
 */
export const signInWaySchema = z.enum(['authorization-code', 'client-credentials', 'access-token']);
export type SignInWay = z.infer<typeof signInWaySchema>;

/** Facts about a live session that the Connection page and the tray show. No token is among them. */
export const sessionLifeSchema = z.object({
  way: signInWaySchema,
  /** When the access token was received: its life runs from here to `accessTokenExpiresAtMs`. */
  receivedAtMs: z.number(),
  accessTokenExpiresAtMs: z.number(),
  /** When the next refresh is planned; null for a token that cannot be refreshed. */
  refreshAtMs: z.number().nullable(),
  /** When the user last pressed "Agree". Null where there was no user, or nobody knows (import). */
  authorizedAtMs: z.number().nullable(),
  /** Six calendar months after `authorizedAtMs` (facts §1). */
  renewBeforeMs: z.number().nullable(),
  /** Scopes that were asked for and not granted. */
  missingScopes: z.array(z.string()),
});
export type SessionLife = z.infer<typeof sessionLifeSchema>;

/**
 * Why a new sign-in is needed: nothing short of these ends a session (facts §1). `token-ended` is
 * the expected end of a pasted access token and no error; `not-kept`: its place was memory, or its
 * file or keychain entry is gone or damaged.
 */
export const signInReasonSchema = z.enum([
  'expired',
  'refused',
  'client-invalid',
  'token-ended',
  'not-kept',
]);
export type SignInReason = z.infer<typeof signInReasonSchema>;

/**
 * Why Spotify is out of reach. `no-network`: this machine has none; `unreachable`: there
 * is one, but no answer from Spotify; `guest-network`: somebody else answered, as a login page of a
 * hotel does; `untrusted`: nobody known vouches for its certificate, as
 * behind such a page or in a company that looks into connections; `certificate-date`: by this
 * machine's clock it is over or not yet valid; `certificate-name`: it is another server's. With a
 * proxy on the way: `proxy-login`: it wants a name and password, or others; `proxy-unreachable`: it
 * does not answer; `proxy-refused`: it does not let us through; `proxy-unusable`: it is none, or of a
 * kind that Cratewatch cannot use.
 */
export const offlineCauseSchema = z.enum([
  'no-network',
  'unreachable',
  'guest-network',
  'untrusted',
  'certificate-date',
  'certificate-name',
  'proxy-login',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-unusable',
]);
export type OfflineCause = z.infer<typeof offlineCauseSchema>;

/** Why the last attempt to sign in ended without a session. */
export const signInFailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused-by-user') }),
  z.object({ kind: z.literal('timed-out'), limitSeconds: z.number() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('ports-busy'), ports: z.array(z.number()) }),
  z.object({ kind: z.literal('browser-not-opened') }),
  z.object({ kind: z.literal('code-not-accepted') }),
  z.object({ kind: z.literal('client-not-accepted') }),
  z.object({ kind: z.literal('service-unreachable'), cause: offlineCauseSchema.optional() }),
  z.object({ kind: z.literal('service-unreadable'), status: z.number() }),
  z.object({ kind: z.literal('keychain-failed') }),
  /** The tokens could not be written to the file that the user chose. */
  z.object({ kind: z.literal('file-failed') }),
  /** Spotify knows nothing of a pasted or imported access token, or its time is over. */
  z.object({ kind: z.literal('token-not-accepted') }),
  /** It was another account than before, and the user did not want that. */
  z.object({ kind: z.literal('other-account') }),
]);
export type SignInFailure = z.infer<typeof signInFailureSchema>;

/** The state of the session. Each kind has a sentence in `texts/session-texts.ts`. */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-out'), lastFailure: signInFailureSchema.nullable() }),
  z.object({
    kind: z.literal('authorizing'),
    redirectUri: z.string(),
    endsAtMs: z.number(),
    /**
     * The address for a browser on another machine, whose callback address the user then pastes;
     * null where the browser of this machine brings the answer itself. No secret is in it.
     */
    pageUrl: z.string().nullable(),
  }),
  /**
   * A sign-in worked, but not, or not surely, for the account whose library is here. Nothing was
   * changed yet: the user decides. `found` is null where Spotify could not say who it is.
   */
  z.object({
    kind: z.literal('confirming-account'),
    expected: accountSchema,
    found: accountSchema.nullable(),
  }),
  z.object({ kind: z.literal('active'), life: sessionLifeSchema }),
  z.object({ kind: z.literal('refreshing'), life: sessionLifeSchema.nullable() }),
  z.object({ kind: z.literal('offline'), cause: offlineCauseSchema, nextTryAtMs: z.number() }),
  z.object({
    kind: z.literal('waiting'),
    /** `other-instance`: another running Cratewatch is just renewing the same session. */
    reason: z.enum(['rate-limited', 'service-trouble', 'other-instance']),
    untilMs: z.number(),
  }),
  z.object({ kind: z.literal('keychain-locked') }),
  z.object({
    kind: z.literal('keychain-missing'),
    /** The keychain was restarted while Cratewatch ran: it is found again only after a restart. */
    restartHelps: z.boolean(),
  }),
  /** The file with the tokens, which the user chose as their place, cannot be read or written. */
  z.object({ kind: z.literal('file-trouble') }),
  z.object({
    kind: z.literal('sign-in-needed'),
    reason: signInReasonSchema,
    /** Why the last attempt to sign in again came to nothing. */
    lastFailure: signInFailureSchema.nullable().optional(),
  }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** What Spotify's Web API says beside the session: none of these is a token problem (facts §4). */
export const serviceStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok') }),
  z.object({ kind: z.literal('offline'), cause: offlineCauseSchema }),
  z.object({ kind: z.literal('rate-limited'), untilMs: z.number() }),
  z.object({ kind: z.literal('quota-exhausted'), untilMs: z.number() }),
  z.object({ kind: z.literal('budget-spent'), untilMs: z.number() }),
  z.object({ kind: z.literal('service-trouble'), untilMs: z.number() }),
  z.object({ kind: z.literal('premium-lapsed'), untilMs: z.number() }),
  z.object({ kind: z.literal('not-allow-listed') }),
  z.object({ kind: z.literal('scope-missing') }),
]);
export type ServiceState = z.infer<typeof serviceStateSchema>;
