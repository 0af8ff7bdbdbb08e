import { z } from 'zod';

/** What a process with a keeper is started with. */
export const racerOptionsSchema = z.object({
  accountsUrl: z.string(),
  clientId: z.string(),
  cachePath: z.string(),
  /** Null for a race without a lock. */
  lockPath: z.string().nullable(),
  clockOriginMs: z.number(),
});
export type RacerOptions = z.infer<typeof racerOptionsSchema>;

/** Sets the clock forward, in all, and asks for a token. */
export const racerOrderSchema = z.object({ shiftMs: z.number() });
export type RacerOrder = z.infer<typeof racerOrderSchema>;

export const racerAnswerSchema = z.object({
  /** Null where none was to be had. */
  token: z.string().nullable(),
  state: z.string(),
  /** What the last refresh came to. */
  lastRefresh: z.string().nullable(),
});
export type RacerAnswer = z.infer<typeof racerAnswerSchema>;
