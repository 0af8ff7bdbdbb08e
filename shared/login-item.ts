import { z } from 'zod';

/** Whether the system starts Cratewatch at login. The system is the truth; it is asked each time. */
export const loginItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['on', 'off']) }),
  /** It is asked for, and the user has yet to allow it in the system's own settings (macOS). */
  z.object({ kind: z.literal('to-be-allowed') }),
  z.object({
    kind: z.literal('not-possible'),
    /**
     * `development`: started from its source on a system that wants an installed program.
     * `sandboxed`: in a package (Flatpak, Snap) that keeps it from the user's own folders.
     * `unknown-system`: nothing is known of how programs start there.
     */
    reason: z.enum(['development', 'sandboxed', 'unknown-system']),
  }),
]);
export type LoginItem = z.infer<typeof loginItemSchema>;
export type LoginItemHindrance = Extract<LoginItem, { kind: 'not-possible' }>['reason'];
