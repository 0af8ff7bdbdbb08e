import { z } from 'zod';
import { tokenCacheKindSchema } from './session-settings.ts';
import { sessionLifeSchema, signInFailureSchema } from './session-state.ts';

/** What made the app ask for a new access token. */
export const refreshCauseSchema = z.enum([
  /** 85–90 % of the token's life were over. */
  'planned',
  /** A token was needed and the one in hand was too near its end. */
  'needed',
  /** Spotify answered 401. */
  'refused',
  /** The clock stood before the moment in which the token was received. */
  'clock-went-back',
  /** The next try after one that failed. */
  'retry',
  /** The network, the machine or its user came back. */
  'woken',
  'by-hand',
]);
export type RefreshCause = z.infer<typeof refreshCauseSchema>;

export const refreshOutcomeSchema = z.enum([
  'refreshed',
  /** Another running Cratewatch had a newer token in the shared cache. */
  'taken-from-cache',
  'expired',
  'refused',
  'client-invalid',
  'offline',
  'rate-limited',
  'service-trouble',
  'other-instance',
]);
export type RefreshOutcome = z.infer<typeof refreshOutcomeSchema>;

/** One refresh, its quick retries included. */
export const refreshRecordSchema = z.object({
  atMs: z.number(),
  cause: refreshCauseSchema,
  outcome: refreshOutcomeSchema,
});
export type RefreshRecord = z.infer<typeof refreshRecordSchema>;

/** A dummy entry was written, read and deleted, or why that did not work. */
export const cacheTestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-yet') }),
  z.object({ kind: z.literal('ok'), atMs: z.number() }),
  z.object({
    kind: z.literal('failed'),
    atMs: z.number(),
    cause: z.enum(['locked', 'missing', 'restarted', 'unwritable', 'mismatch']),
  }),
]);
export type CacheTest = z.infer<typeof cacheTestSchema>;

/** How the session is kept, for the Connection page. */
export const connectionSchema = z.object({
  cache: z.object({
    kind: tokenCacheKindSchema,
    /** Of the file; null for the other kinds. */
    path: z.string().nullable(),
    test: cacheTestSchema,
  }),
  /** Of the tokens in hand, also while they cannot be renewed; null where there are none. */
  life: sessionLifeSchema.nullable(),
  /** Why the last sign-in or renewal of this run came to nothing; null where it did not. */
  lastSignInFailure: signInFailureSchema.nullable(),
  /** Newest first, 20 at most. */
  refreshes: z.array(refreshRecordSchema),
  /** Server time minus this machine's, as the last answer told; null where none did. */
  clockSkewMs: z.number().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;
