import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { adviseWithin } from '../../../shared/texts/number-advice.ts';
import { windowSettingsTexts } from '../../../shared/texts/window-settings-texts.ts';
import { ZOOM_BOUNDS } from '../../../shared/window-bounds.ts';
import { DEFAULT_WINDOW_SETTINGS } from '../../../shared/window-defaults.ts';
import type { Appearance } from '../../../shared/window-settings.ts';
import { useModifierKey } from '../../state/use-modifier-key.ts';
import { SettingChoice } from './setting-choice.tsx';
import type { SettingKind } from './setting-draft.ts';
import { SettingField } from './setting-field.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaveSetting } from './use-save-setting.ts';

const { appearance, zoom, singleKeys } = windowSettingsTexts;
const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

const PERCENT: SettingKind<number> = {
  write: String,
  advise: (text) => adviseWithin(ZOOM_BOUNDS, text),
};

/** How the window looks, and to which keys it listens. */
export function WindowSettings({ settings }: { readonly settings: VisibleSettings }) {
  const save = useSaveSetting();
  const modifier = useModifierKey();
  const defaults = DEFAULT_WINDOW_SETTINGS;
  return (
    <>
      <SettingChoice
        name={appearance.name}
        purpose={appearance.purpose}
        byDefault={appearance.kinds[defaults.appearance].word}
        options={APPEARANCES.map((value) => ({ value, name: appearance.kinds[value].name }))}
        value={settings.appearance}
        defaultValue={defaults.appearance}
        onSave={save('appearance')}
      />
      <SettingField
        look="number"
        name={zoom.name}
        purpose={zoom.purpose(modifier)}
        unit={zoom.unit}
        bounds={ZOOM_BOUNDS}
        value={settings.zoomPercent}
        defaultValue={defaults.zoomPercent}
        kind={PERCENT}
        onSave={save('zoomPercent')}
      />
      <SettingSwitch
        name={singleKeys.name}
        purpose={singleKeys.purpose}
        value={settings.singleKeyShortcuts}
        defaultValue={defaults.singleKeyShortcuts}
        onSave={save('singleKeyShortcuts')}
      />
    </>
  );
}
