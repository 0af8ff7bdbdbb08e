import { z } from 'zod';
import { collectionKindSchema } from './change.ts';
import { requestFamilySchema } from './request-family.ts';
import { offlineCauseSchema } from './session-state.ts';

/** How far a pass over the library has come. */
export const passProgressSchema = z.object({
  kind: z.enum(['first-pass', 'light-check']),
  /** The list being read now, as its name is shown; null between lists. */
  listName: z.string().nullable(),
  itemsDone: z.number().int(),
  /** Grows while lists are discovered; null while nothing is known yet. */
  itemsTotal: z.number().int().nullable(),
});
export type PassProgress = z.infer<typeof passProgressSchema>;

/** Why a pass stands still. Nothing it has read is lost; it goes on from the next page. */
export const passPauseSchema = z.discriminatedUnion('kind', [
  /** The user wants it so; null until it is resumed. */
  z.object({ kind: z.literal('by-user'), untilMs: z.number().nullable() }),
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('offline'), cause: offlineCauseSchema }),
  z.object({
    kind: z.literal('service'),
    reason: z.enum([
      'rate-limited',
      'quota-exhausted',
      'budget-spent',
      'service-trouble',
      'premium-lapsed',
    ]),
    untilMs: z.number(),
  }),
  z.object({ kind: z.literal('not-allow-listed') }),
  z.object({ kind: z.literal('scope-missing') }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('storage-failed') }),
]);
export type PassPause = z.infer<typeof passPauseSchema>;

/** What the monitor does at this moment. */
export const monitorStateSchema = z.discriminatedUnion('kind', [
  /** No account, so nothing to watch. */
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('watching'), nextCheckAtMs: z.number() }),
  z.object({ kind: z.literal('checking'), progress: passProgressSchema }),
  z.object({
    kind: z.literal('paused'),
    pause: passPauseSchema,
    /** Where an unfinished pass stands; null when none was running. */
    progress: passProgressSchema.nullable(),
  }),
]);
export type MonitorState = z.infer<typeof monitorStateSchema>;

/** What is known about the library, counted from the database. */
export const libraryTotalsSchema = z.object({
  savedTracks: z.number().int(),
  playlists: z.number().int(),
  /** Playlists whose contents may be read: own and collaborative ones (facts §2). */
  watchedPlaylists: z.number().int(),
  playlistItems: z.number().int(),
  unavailableItems: z.number().int(),
});
export type LibraryTotals = z.infer<typeof libraryTotalsSchema>;

/**
 * How one collection is watched. `not-read-yet`: it was never read whole. `scope-missing`: the
 * sign-in does not allow it. `not-offered`: Spotify has none of it for this account, as audiobooks in
 * many countries.
 */
export const collectionStatusSchema = z.object({
  kind: collectionKindSchema,
  /** The list under which its history is kept; null before its first look. */
  listId: z.number().int().nullable(),
  state: z.enum(['watched', 'not-read-yet', 'scope-missing', 'not-offered']),
  items: z.number().int(),
});
export type CollectionStatus = z.infer<typeof collectionStatusSchema>;

/** Requests of the last 24 hours against the user's own budget, in all, by family and by hour. */
export const requestBudgetSchema = z.object({
  usedInLastDay: z.number().int(),
  budgetPerDay: z.number().int(),
  /** Never above `budgetPerDay`. */
  budgetPerFamilyPerDay: z.number().int(),
  /** Of `budgetPerDay`, kept for what the user asks by hand. */
  keptForUser: z.number().int(),
  /** When a check by itself may ask again as far as the day goes; null while it may. */
  fullUntilMs: z.number().nullable(),
  /** All families, always in the same order. Requests of families unknown here are only in the sum. */
  families: z.array(
    z.object({
      family: requestFamilySchema,
      usedInLastDay: z.number().int(),
      /** As above, for this family alone. */
      fullUntilMs: z.number().nullable(),
    }),
  ),
  /** Exactly 24 hours of the local clock, oldest first; the last is the running one. */
  hours: z.array(
    z.object({
      startMs: z.number(),
      /** Families with at least one request, in the order of `families`. */
      used: z.array(z.object({ family: requestFamilySchema, count: z.number().int() })),
    }),
  ),
});
export type RequestBudget = z.infer<typeof requestBudgetSchema>;

export const libraryStatusSchema = z.object({
  monitor: monitorStateSchema,
  totals: libraryTotalsSchema,
  /** All of them, always in the same order. */
  collections: z.array(collectionStatusSchema),
  /** End of the last check that was whole; null before the first pass is done. */
  lastCheckAtMs: z.number().nullable(),
  /** When the first pass was done: from here on changes are reported. */
  baselineAtMs: z.number().nullable(),
  unreadChanges: z.number().int(),
  /** Changes per local day, oldest first, for the last 14 days; days without a change are there. */
  changesPerDay: z.array(
    z.object({
      dayStartMs: z.number(),
      added: z.number().int(),
      removed: z.number().int(),
      other: z.number().int(),
    }),
  ),
  requests: requestBudgetSchema,
});
export type LibraryStatus = z.infer<typeof libraryStatusSchema>;
