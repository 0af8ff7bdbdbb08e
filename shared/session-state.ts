import { z } from 'zod';

/** Who is signed in. `key` is `account_id` where Spotify gives one, else `id` (facts §2, profile). */
export const accountSchema = z.object({
  key: z.string().min(1),
  displayName: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

/** Facts about a live session that the Connection page and the tray show. No token is among them. */
export const sessionLifeSchema = z.object({
  accessTokenExpiresAtMs: z.number(),
  /** When the next refresh is planned; null for a token that cannot be refreshed. */
  refreshAtMs: z.number().nullable(),
  /** When the user last pressed "Agree". Null for ways to sign in without a user. */
  authorizedAtMs: z.number().nullable(),
  /** Six calendar months after `authorizedAtMs` (facts §1). */
  renewBeforeMs: z.number().nullable(),
});
export type SessionLife = z.infer<typeof sessionLifeSchema>;

/** Why a new sign-in is needed: nothing short of these ends a session (facts §1). */
export const signInReasonSchema = z.enum(['expired', 'refused', 'client-invalid']);
export type SignInReason = z.infer<typeof signInReasonSchema>;

/** Why the last attempt to sign in ended without a session. */
export const signInFailureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused-by-user') }),
  z.object({ kind: z.literal('timed-out'), limitSeconds: z.number() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('ports-busy'), ports: z.array(z.number()) }),
  z.object({ kind: z.literal('browser-not-opened') }),
  z.object({ kind: z.literal('code-not-accepted') }),
  z.object({ kind: z.literal('client-not-accepted') }),
  z.object({ kind: z.literal('service-unreachable') }),
  z.object({ kind: z.literal('service-unreadable'), status: z.number() }),
  z.object({ kind: z.literal('keychain-failed') }),
]);
export type SignInFailure = z.infer<typeof signInFailureSchema>;

/** The state of the session. Each kind has a sentence in `texts/session-texts.ts`. */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-out'), lastFailure: signInFailureSchema.nullable() }),
  z.object({ kind: z.literal('authorizing'), redirectUri: z.string(), endsAtMs: z.number() }),
  z.object({ kind: z.literal('active'), life: sessionLifeSchema }),
  z.object({ kind: z.literal('refreshing'), life: sessionLifeSchema.nullable() }),
  z.object({ kind: z.literal('offline'), nextTryAtMs: z.number() }),
  z.object({
    kind: z.literal('waiting'),
    reason: z.enum(['rate-limited', 'service-trouble']),
    untilMs: z.number(),
  }),
  z.object({ kind: z.literal('keychain-locked') }),
  z.object({ kind: z.literal('keychain-missing') }),
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
  z.object({ kind: z.literal('offline') }),
  z.object({ kind: z.literal('rate-limited'), untilMs: z.number() }),
  z.object({ kind: z.literal('quota-exhausted'), untilMs: z.number() }),
  z.object({ kind: z.literal('budget-spent'), untilMs: z.number() }),
  z.object({ kind: z.literal('service-trouble'), untilMs: z.number() }),
  z.object({ kind: z.literal('premium-lapsed'), untilMs: z.number() }),
  z.object({ kind: z.literal('not-allow-listed') }),
  z.object({ kind: z.literal('scope-missing') }),
]);
export type ServiceState = z.infer<typeof serviceStateSchema>;
