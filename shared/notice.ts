import { z } from 'zod';

/** Something that happened at the start and that the user should know. Shown until dismissed. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settings-set-aside'), id: z.string(), keptAs: z.string() }),
  z.object({
    kind: z.literal('database-set-aside'),
    id: z.string(),
    reason: z.enum(['damaged', 'newer-version']),
    keptAs: z.string(),
  }),
  /** Which requests were made in the last day is not known any more. */
  z.object({ kind: z.literal('requests-forgotten'), id: z.string() }),
  z.object({ kind: z.literal('database-unusable'), id: z.string(), reason: z.string() }),
]);
export type Notice = z.infer<typeof noticeSchema>;
