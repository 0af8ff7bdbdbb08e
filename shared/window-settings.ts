import { z } from 'zod';
import { ZOOM_BOUNDS } from './window-bounds.ts';

/** `system`: light or dark as the desktop is. */
export const appearanceSchema = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearanceSchema>;

/** What can be set about how the window looks and listens. */
export const windowSettingsSchema = z.object({
  appearance: appearanceSchema,
  /** Of everything in the window; 100 is the size that the desktop gives. */
  zoomPercent: z.number().int().min(ZOOM_BOUNDS.min).max(ZOOM_BOUNDS.max),
  /** Whether single letters do something. Whoever dictates or has a tremor may not want them to. */
  singleKeyShortcuts: z.boolean(),
});
export type WindowSettings = z.infer<typeof windowSettingsSchema>;
