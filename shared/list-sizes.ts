import { z } from 'zod';

/** Points that one answer holds at most; a list that changed more often is thinned out. */
export const MOST_SIZE_POINTS = 2_000;

export const sizesQuerySchema = z.object({ listId: z.number().int() });

/** How long a list was at one observation of it. */
export const listSizePointSchema = z.object({
  observationId: z.number().int(),
  /** The look that first showed it so … */
  atMs: z.number(),
  /** … and the last that did; what was there later, up to the next point, nobody saw. */
  untilMs: z.number(),
  rows: z.number().int(),
});
export type ListSizePoint = z.infer<typeof listSizePointSchema>;

/** The size of a list over time, oldest first. */
export const listSizesSchema = z.object({ points: z.array(listSizePointSchema) });
