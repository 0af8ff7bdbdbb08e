import { z } from 'zod';
import { HISTORY_BOUNDS } from './history-bounds.ts';

const { min, max } = HISTORY_BOUNDS.retentionMonths;

/** What can be set about how long the history is kept. */
export const historySettingsSchema = z.object({
  /** Calendar months; what is older is deleted. Null keeps everything for ever. */
  retentionMonths: z.number().int().min(min).max(max).nullable(),
});
export type HistorySettings = z.infer<typeof historySettingsSchema>;
