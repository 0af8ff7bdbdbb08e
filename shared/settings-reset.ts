import { DEFAULT_DESKTOP_SETTINGS } from './desktop-defaults.ts';
import { DEFAULT_HISTORY_SETTINGS } from './history-defaults.ts';
import type { ChangeableSettings } from './ipc-contract.ts';
import { DEFAULT_REQUEST_SETTINGS } from './request-defaults.ts';
import { DEFAULT_SESSION_SETTINGS } from './session-defaults.ts';
import { DEFAULT_WINDOW_SETTINGS } from './window-defaults.ts';

/**
 * What a reset sets, all but the proxy. Of the history it never takes anything away: whoever keeps
 * more than the default would lose what is older, and a reset is no order to delete.
 */
export function settingsAfterReset(
  now: Pick<ChangeableSettings, 'retentionMonths'>,
): ChangeableSettings {
  return {
    ...DEFAULT_SESSION_SETTINGS,
    ...DEFAULT_REQUEST_SETTINGS,
    ...DEFAULT_WINDOW_SETTINGS,
    ...DEFAULT_DESKTOP_SETTINGS,
    retentionMonths: longer(now.retentionMonths, DEFAULT_HISTORY_SETTINGS.retentionMonths),
  };
}

/** Null keeps for ever. */
function longer(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}
