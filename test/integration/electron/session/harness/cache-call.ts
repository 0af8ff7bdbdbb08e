import { z } from 'zod';

/** A call of a token cache that lives in another process, and its answer, as messages. */
export const cacheCallSchema = z.object({
  id: z.number(),
  method: z.enum(['get', 'set', 'delete']),
  /** As `serializeTokens` writes them; for `set`. */
  tokens: z.string().nullable(),
});
export type CacheCall = z.infer<typeof cacheCallSchema>;

const trouble = {
  cause: z.enum(['locked', 'missing', 'restarted', 'unwritable']),
  reason: z.string(),
};
export const cacheAnswerSchema = z.object({
  id: z.number(),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('done') }),
    z.object({ kind: z.literal('found'), tokens: z.string() }),
    z.object({ kind: z.literal('empty') }),
    z.object({ kind: z.literal('unreadable'), reason: z.string() }),
    z.object({ kind: z.literal('unavailable'), ...trouble }),
  ]),
});
export type CacheAnswer = z.infer<typeof cacheAnswerSchema>;
