import { z } from 'zod';
import { changeFilterSchema, changeKindSchema, changeSchema, listRefSchema } from './change.ts';

/** Which changes the feed shows. */
export const feedQuerySchema = z.object({
  filter: changeFilterSchema,
  /** Of one list alone. */
  listId: z.number().int().nullable(),
  unreadOnly: z.boolean(),
});
export type FeedQuery = z.infer<typeof feedQuerySchema>;

/** A window of the feed as it stood at one moment. */
export const feedWindowSchema = feedQuerySchema.extend({
  /** The newest change that counts; null for the newest there is. */
  throughId: z.number().int().nullable(),
  /** Groups that are shown with all their changes, by key. */
  open: z.array(z.string().max(80)).max(500),
  offset: z.number().int().min(0),
  count: z.number().int().min(1).max(200),
});
export type FeedWindow = z.infer<typeof feedWindowSchema>;

const placed = {
  /** Midnight of the local day on which it was seen. */
  dayStartMs: z.number(),
  /** Changes of playlists themselves stand together, under no list. */
  isOfPlaylists: z.boolean(),
};

/** One row of the feed: a change, or the head of a group that is too long to be shown at once. */
export const feedRowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), ...placed, change: changeSchema, isInGroup: z.boolean() }),
  z.object({
    kind: z.literal('group'),
    ...placed,
    key: z.string(),
    change: changeKindSchema,
    list: listRefSchema,
    count: z.number().int(),
    unread: z.number().int(),
    observedAfterMs: z.number(),
    observedBeforeMs: z.number(),
    isOpen: z.boolean(),
    /** The newest few of them. */
    newest: z.array(changeSchema),
  }),
]);
export type FeedRow = z.infer<typeof feedRowSchema>;

export const feedPageSchema = z.object({
  throughId: z.number().int(),
  /** Rows in all. */
  total: z.number().int(),
  /** Changes in all, those inside closed groups too. */
  changes: z.number().int(),
  /** Changes that the same query lets through and that came later than `throughId`. */
  arrived: z.number().int(),
  offset: z.number().int(),
  rows: z.array(feedRowSchema),
});
export type FeedPage = z.infer<typeof feedPageSchema>;

/** A list in which something changed. */
export const changedListSchema = z.object({ list: listRefSchema, count: z.number().int() });
export type ChangedList = z.infer<typeof changedListSchema>;
