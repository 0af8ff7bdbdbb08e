import type { VisibleSettings } from '../../shared/ipc-contract.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import type { LiveValue } from './live-value.ts';

type Updating = ReturnType<CratewatchApi['settings']['update']>;

/**
 * Saves settings. Once they are saved the window has them too, even where the answer overtakes the
 * event: a field would show the old value for a moment.
 */
export async function updateSettings(
  api: CratewatchApi,
  settings: LiveValue<VisibleSettings>,
  change: Partial<VisibleSettings>,
): Updating {
  const before = settings.current();
  const answer = await api.settings.update(change);
  if (answer.ok && answer.value.kind === 'done' && before.kind === 'ready') {
    settings.assume(before, { ...before.value, ...change });
  }
  return answer;
}
