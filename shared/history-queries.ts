import { z } from 'zod';
import { differenceKindSchema, historyMomentSchema, listObservationSchema } from './history.ts';
import { rowWindow } from './row-window.ts';

const listId = z.number().int();

/** Of anything that a list held, a file of the user's own among them: such an address names itself. */
export const itemUriSchema = z.object({ uri: z.string().max(10_000) });

export const observationsQuerySchema = z.object({ listId, ...rowWindow });

export const observationsWindowSchema = z.object({
  total: z.number().int(),
  rows: z.array(listObservationSchema),
});

export const stateQuerySchema = z.object({ listId, moment: historyMomentSchema, ...rowWindow });

export const differenceQuerySchema = z.object({
  listId,
  from: historyMomentSchema,
  to: historyMomentSchema,
  /** Null lets every kind through. */
  kinds: z.array(differenceKindSchema).nullable(),
  ...rowWindow,
});

export const timelineQuerySchema = z.object({ ...itemUriSchema.shape, ...rowWindow });
