import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import { DEFAULT_HISTORY_SETTINGS } from '../../../shared/history-defaults.ts';
import type { ChangeableSettings, VisibleSettings } from '../../../shared/ipc-contract.ts';
import { DEFAULT_REQUEST_SETTINGS } from '../../../shared/request-defaults.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../shared/session-defaults.ts';
import { DEFAULT_WINDOW_SETTINGS } from '../../../shared/window-defaults.ts';

const DEFAULTS: ChangeableSettings = {
  ...DEFAULT_WINDOW_SETTINGS,
  ...DEFAULT_DESKTOP_SETTINGS,
  ...DEFAULT_REQUEST_SETTINGS,
  ...DEFAULT_HISTORY_SETTINGS,
  ...DEFAULT_SESSION_SETTINGS,
};

/** How many settings are not at their default. Lists are compared as they stand, order included. */
export function changedSettings(settings: VisibleSettings): number {
  const changeable: Readonly<Record<string, unknown>> = settings;
  const changed = Object.entries(DEFAULTS).filter(
    ([name, byDefault]) => JSON.stringify(changeable[name]) !== JSON.stringify(byDefault),
  );
  return changed.length + (settings.proxy.kind === 'system' ? 0 : 1);
}
