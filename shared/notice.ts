import { z } from 'zod';

/** Why nothing can be stored. */
const unusableReasonSchema = z.enum(['disk-full', 'read-only', 'cannot-open', 'damaged', 'other']);
export type UnusableReason = z.infer<typeof unusableReasonSchema>;

/** Something that happened at the start and that the user should know. Shown until dismissed. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settings-set-aside'), id: z.string(), keptAs: z.string() }),
  /** The file is there and says nothing to us, and could not be moved out of the way either. */
  z.object({ kind: z.literal('settings-unreadable'), id: z.string() }),
  /** A setting holds, but only until the end of this run. */
  z.object({ kind: z.literal('settings-not-saved'), id: z.string() }),
  z.object({
    kind: z.literal('database-set-aside'),
    id: z.string(),
    reason: z.enum(['damaged', 'newer-version']),
    keptAs: z.string(),
  }),
  /** Which requests were made in the last day is not known any more. */
  z.object({ kind: z.literal('requests-forgotten'), id: z.string() }),
  /** No panel of this desktop shows tray icons. */
  z.object({ kind: z.literal('no-tray'), id: z.string() }),
  /** A fault of the main process led to a restart. */
  z.object({ kind: z.literal('restarted-after-fault'), id: z.string(), atMs: z.number() }),
  /** There was a fault again soon after a restart, and Cratewatch goes on as well as it can. */
  z.object({ kind: z.literal('fault-endured'), id: z.string(), atMs: z.number() }),
  z.object({ kind: z.literal('window-opened-again'), id: z.string() }),
  z.object({ kind: z.literal('window-stayed-closed'), id: z.string() }),
  z.object({ kind: z.literal('database-unusable'), id: z.string(), reason: unusableReasonSchema }),
]);
export type Notice = z.infer<typeof noticeSchema>;
