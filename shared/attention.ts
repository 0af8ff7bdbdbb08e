import { z } from 'zod';
import { itemSummarySchema } from './change.ts';

/** What of the library deserves a look; it is gone when the user has seen it, or its cause ended. */
export const libraryAttentionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('unavailable'),
    count: z.number().int(),
    /** The newest few, each with another edition that the library holds, where there is one. */
    items: z.array(z.object({ item: itemSummarySchema, substitute: itemSummarySchema.nullable() })),
  }),
  z.object({
    kind: z.literal('playlists-gone'),
    count: z.number().int(),
    /** The newest few. */
    names: z.array(z.string()),
  }),
  /** Playlists of the user's own whose contents Spotify does not show. */
  z.object({
    kind: z.literal('lists-refused'),
    count: z.number().int(),
    names: z.array(z.string()),
  }),
  /** History is longer than it may be kept, or will be within a month. */
  z.object({
    kind: z.literal('history-ends'),
    months: z.number().int(),
    /** From when on the oldest of it is deleted. */
    fromMs: z.number(),
  }),
]);
export type LibraryAttention = z.infer<typeof libraryAttentionSchema>;
export type AttentionKind = LibraryAttention['kind'];
export const attentionKindSchema = z.enum([
  'unavailable',
  'playlists-gone',
  'lists-refused',
  'history-ends',
]);
