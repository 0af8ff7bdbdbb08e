import { z } from 'zod';
import { ADDRESS_LENGTH, isPageAddress, KEPT_OPEN_GROUPS, KEPT_PLACES } from './kept-places.ts';

const offsetPxSchema = z.number().min(0).max(1e9);

const rowShape = {
  /** The first row in sight. */
  index: z.number().int().min(0).max(1e9),
  /** How far that row has left the view. */
  offsetPx: offsetPxSchema,
  /** What that row is, where its list knows; its index may have become another. */
  key: z.string().max(200).nullable(),
};

/** Where something that scrolls stood. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), topPx: offsetPxSchema }),
  z.object({ kind: z.literal('rows'), ...rowShape }),
  /** The feed of changes: which of its states was read, and what was open in it. */
  z.object({
    kind: z.literal('feed'),
    ...rowShape,
    /** The newest change that counts; null where the newest there is was in sight. */
    throughId: z.number().int().nullable(),
    open: z.array(z.string().max(80)).max(KEPT_OPEN_GROUPS),
  }),
]);
export type Place = z.infer<typeof placeSchema>;

/** What the window showed, so that it can be opened there again. */
export const windowViewSchema = z.object({
  address: z.string().refine(isPageAddress),
  /** By `placeKey`, the latest first. */
  places: z
    .array(z.object({ key: z.string().max(ADDRESS_LENGTH + 50), place: placeSchema }))
    .max(KEPT_PLACES),
});
export type WindowView = z.infer<typeof windowViewSchema>;

/** Names whose library is on screen; see `viewOwner`. */
export const viewOwnerSchema = z.string().max(300);
