import { z } from 'zod';

/** What the process is to do, as its one argument. */
export const orderSchema = z.discriminatedUnion('kind', [
  /** A first pass over so many saved tracks, then a light check that finds one more. */
  z.object({ kind: z.literal('checks'), items: z.number().int(), folder: z.string() }),
  /** The same tracks, written by the same code without requests and progress in between. */
  z.object({ kind: z.literal('writing'), items: z.number().int(), folder: z.string() }),
]);
export type LongListOrder = z.infer<typeof orderSchema>;

const checkSchema = z.object({
  requests: z.number(),
  seconds: z.number(),
  longestMs: z.number(),
  longestOnTheWallMs: z.number(),
  longestDelayMs: z.number(),
});

export const reportSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('checks'),
    firstPass: checkSchema,
    lightCheck: checkSchema,
    peakMemoryMib: z.number(),
    /** Before the first request. */
    memoryBeforeMib: z.number(),
  }),
  z.object({ kind: z.literal('writing'), rows: z.number(), seconds: z.number() }),
]);
export type LongListReport = z.infer<typeof reportSchema>;
