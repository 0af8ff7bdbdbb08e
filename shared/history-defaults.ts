import type { HistorySettings } from './history-settings.ts';

/** What holds until the user sets something else: content is not kept for ever (facts §5). */
export const DEFAULT_HISTORY_SETTINGS: HistorySettings = {
  retentionMonths: 24,
};
