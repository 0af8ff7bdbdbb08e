import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { describeUpdateProblem } from '../../../shared/texts/settings-answer-texts.ts';
import { updateSettings } from '../../state/update-settings.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import type { SaveSetting } from './use-setting-draft.ts';

/** How one setting is saved. */
export function useSaveSetting(): <N extends keyof VisibleSettings>(
  name: N,
) => SaveSetting<VisibleSettings[N]> {
  const { api, settings } = useWindowState();
  return (name) => async (value) =>
    describeUpdateProblem(await updateSettings(api, settings, { [name]: value }));
}
