import { z } from 'zod';
import { itemSummarySchema, listKindSchema } from './change.ts';

/** The lists that have a history; `playlists` is the list of playlists itself. */
export const historicListKindSchema = z.enum([...listKindSchema.options, 'playlists']);
export type HistoricListKind = z.infer<typeof historicListKindSchema>;

/** A time, or an observation by its id: that one stays exact where the clock was set back since. */
export const historyMomentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('time'), atMs: z.number() }),
  z.object({ kind: z.literal('observation'), id: z.number().int() }),
]);
export type HistoryMoment = z.infer<typeof historyMomentSchema>;

/** One state of a list, and when it was seen. */
export const listObservationSchema = z.object({
  id: z.number().int(),
  /** It came to be after this look; null: there had been none … */
  observedAfterMs: z.number().nullable(),
  /** … and was there at this one … */
  observedBeforeMs: z.number(),
  /** … and still at this one. What was there later, up to the next observation, nobody saw. */
  unchangedUntilMs: z.number(),
});
export type ListObservation = z.infer<typeof listObservationSchema>;

/** What a list was called at some time. */
export const historicListSchema = z.object({
  id: z.number().int(),
  kind: historicListKindSchema,
  uri: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  isPublic: z.boolean().nullable(),
  isCollaborative: z.boolean(),
  /** False for a playlist that was not in the user's library at that time. */
  isListed: z.boolean(),
});
export type HistoricList = z.infer<typeof historicListSchema>;

export const historicAvailabilitySchema = z.enum([
  'available',
  'unavailable',
  'missing',
  'unknown',
]);
export type HistoricAvailability = z.infer<typeof historicAvailabilitySchema>;

const placed = {
  /** From 0 on. */
  position: z.number().int(),
  addedAtMs: z.number().nullable(),
  addedBy: z.string().nullable(),
};

/** A row of a list at some time. Items have the names under which they were last seen. */
export const historicRowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    ...placed,
    item: itemSummarySchema,
    /** At that time; `missing`: Spotify showed a gap, and this is what had stood there. */
    availability: historicAvailabilitySchema,
  }),
  /** A gap from the first: nobody knows what had stood there. */
  z.object({ kind: z.literal('gap'), ...placed }),
  /** A row of the list of playlists, as the playlist was called at that time. */
  z.object({
    kind: z.literal('playlist'),
    ...placed,
    /** Null where nothing but its name is known any more. */
    listId: z.number().int().nullable(),
    uri: z.string(),
    name: z.string(),
    description: z.string(),
  }),
]);
export type HistoricRow = z.infer<typeof historicRowSchema>;

/** A list at some time. */
export const listStateSchema = z.object({
  list: historicListSchema,
  /** Null while its contents were not known. */
  contents: z
    .object({
      observation: listObservationSchema,
      total: z.number().int(),
      rows: z.array(historicRowSchema),
    })
    .nullable(),
});
export type ListState = z.infer<typeof listStateSchema>;

export const differenceKindSchema = z.enum(['removed', 'added', 'moved', 'restated']);
export type DifferenceKind = z.infer<typeof differenceKindSchema>;

/** `restated`: it stayed, but when or by whom it was added is another, or a gap got its name. */
export const differenceRowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('removed'), before: historicRowSchema }),
  z.object({ kind: z.literal('added'), after: historicRowSchema }),
  z.object({ kind: z.literal('moved'), before: historicRowSchema, after: historicRowSchema }),
  z.object({ kind: z.literal('restated'), before: historicRowSchema, after: historicRowSchema }),
]);
export type DifferenceRow = z.infer<typeof differenceRowSchema>;

/** What leads from one state of a list to another. */
export const listDifferenceSchema = z.object({
  from: listObservationSchema,
  to: listObservationSchema,
  counts: z.record(differenceKindSchema, z.number().int()),
  /** Rows of the kinds that were asked for. */
  total: z.number().int(),
  rows: z.array(differenceRowSchema),
});
export type ListDifference = z.infer<typeof listDifferenceSchema>;

const eventWindow = { observedAfterMs: z.number().nullable(), observedBeforeMs: z.number() };
const inList = {
  list: z.object({
    id: z.number().int(),
    kind: historicListKindSchema,
    name: z.string(),
    uri: z.string().nullable(),
  }),
  ...eventWindow,
};

/** Something that happened to an item. A window that begins with null: it was so at the first look. */
export const itemEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('came'),
    ...inList,
    addedAtMs: z.number().nullable(),
    addedBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('went'), ...inList }),
  /** The playlist in which it stood left the library, or came back, with everything in it. */
  z.object({ kind: z.literal('list-went'), ...inList }),
  z.object({ kind: z.literal('list-came'), ...inList }),
  z.object({ kind: z.literal('greyed-out'), ...eventWindow }),
  z.object({ kind: z.literal('came-back'), ...eventWindow }),
]);
export type ItemEvent = z.infer<typeof itemEventSchema>;

/** What is known of one item, oldest event first. */
export const itemTimelineSchema = z.object({
  item: itemSummarySchema,
  availability: historicAvailabilitySchema,
  total: z.number().int(),
  events: z.array(itemEventSchema),
});
export type ItemTimeline = z.infer<typeof itemTimelineSchema>;

/** Another edition of the same recording that the library holds and Spotify plays. */
export const substituteSchema = z.object({
  item: itemSummarySchema,
  isSameAlbum: z.boolean(),
  isSaved: z.boolean(),
  /** In how many lists it stands. */
  lists: z.number().int(),
});
export type Substitute = z.infer<typeof substituteSchema>;
