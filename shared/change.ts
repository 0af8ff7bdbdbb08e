import { z } from 'zod';

export const itemKindSchema = z.enum([
  'track',
  'episode',
  'local',
  'album',
  'show',
  'audiobook',
  'artist',
  'unknown',
]);
export type ItemKind = z.infer<typeof itemKindSchema>;

/** An item as it was last seen: enough to name it after Spotify no longer does. */
export const itemSummarySchema = z.object({
  uri: z.string(),
  kind: itemKindSchema,
  name: z.string(),
  artists: z.array(z.string()),
  album: z.string().nullable(),
  imageUrl: z.string().nullable(),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** What an account has once: things that were saved or followed one by one. */
export const collectionKindSchema = z.enum([
  'saved-tracks',
  'saved-albums',
  'saved-shows',
  'saved-episodes',
  'saved-audiobooks',
  'followed-artists',
]);
export type CollectionKind = z.infer<typeof collectionKindSchema>;

export const listKindSchema = z.enum([...collectionKindSchema.options, 'playlist']);
export type ListKind = z.infer<typeof listKindSchema>;

/** The list in which something changed. `name` is the one it had at the time of the change. */
export const listRefSchema = z.object({
  id: z.number().int(),
  kind: listKindSchema,
  name: z.string(),
  uri: z.string().nullable(),
  imageUrl: z.string().nullable(),
});
export type ListRef = z.infer<typeof listRefSchema>;

const observed = {
  id: z.number().int(),
  list: listRefSchema,
  /** The change happened after this check … */
  observedAfterMs: z.number(),
  /** … and was there at this one. */
  observedBeforeMs: z.number(),
  /** True until the user has seen it. */
  unread: z.boolean(),
};

const ofItem = {
  ...observed,
  item: itemSummarySchema,
  addedBy: z.string().nullable(),
  /** It was the user who added it, which goes without saying; left out otherwise. */
  addedByUser: z.literal(true).optional(),
  addedAtMs: z.number().nullable(),
};

const ofText = { ...observed, before: z.string(), after: z.string() };

/** What an item is called. */
export const itemNamingSchema = itemSummarySchema.pick({ name: true, artists: true, album: true });
export type ItemNaming = z.infer<typeof itemNamingSchema>;

/** One thing that changed in the library. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item-added'), ...ofItem }),
  z.object({ kind: z.literal('item-removed'), ...ofItem }),
  z.object({ kind: z.literal('item-unavailable'), ...ofItem }),
  z.object({ kind: z.literal('item-available'), ...ofItem }),
  /** The same item under another name, of other artists or on another album; `item` is as it is now. */
  z.object({ kind: z.literal('item-renamed'), ...ofItem, before: itemNamingSchema }),
  z.object({ kind: z.literal('artist-followed'), ...ofItem }),
  z.object({ kind: z.literal('artist-unfollowed'), ...ofItem }),
  z.object({ kind: z.literal('items-moved'), ...observed, count: z.number().int().positive() }),
  z.object({ kind: z.literal('playlist-created'), ...observed }),
  z.object({ kind: z.literal('playlist-gone'), ...observed }),
  /** One that was gone stands in the library again. */
  z.object({ kind: z.literal('playlist-returned'), ...observed }),
  z.object({ kind: z.literal('playlist-renamed'), ...ofText }),
  z.object({ kind: z.literal('playlist-described'), ...ofText }),
  /** Another picture of the user's own, or none where there had been one. */
  z.object({ kind: z.literal('playlist-cover'), ...observed }),
  z.object({ kind: z.literal('playlist-visibility'), ...observed, isPublic: z.boolean() }),
  z.object({
    kind: z.literal('playlist-collaborative'),
    ...observed,
    isCollaborative: z.boolean(),
  }),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change['kind'];

export const CHANGE_KINDS: readonly ChangeKind[] = changeSchema.options.map(
  ({ shape }) => shape.kind.value,
);
export const changeKindSchema = z.enum(CHANGE_KINDS);

/** The groups by which the feed is filtered. */
export const changeFilterSchema = z.enum([
  'all',
  'added',
  'removed',
  'unavailable',
  'renamed',
  'playlists',
]);
export type ChangeFilter = z.infer<typeof changeFilterSchema>;

/** What happens to a playlist itself, whatever stands in it. */
export const KINDS_OF_PLAYLISTS = [
  'playlist-created',
  'playlist-gone',
  'playlist-returned',
  'playlist-renamed',
  'playlist-described',
  'playlist-cover',
  'playlist-visibility',
  'playlist-collaborative',
] as const satisfies readonly ChangeKind[];

/** Which kinds a filter lets through. */
export const KINDS_OF_FILTER: Readonly<Record<ChangeFilter, readonly ChangeKind[] | null>> = {
  all: null,
  added: ['item-added', 'artist-followed'],
  removed: ['item-removed', 'artist-unfollowed'],
  unavailable: ['item-unavailable', 'item-available'],
  renamed: ['item-renamed', 'playlist-renamed', 'playlist-described'],
  playlists: ['items-moved', ...KINDS_OF_PLAYLISTS],
};
