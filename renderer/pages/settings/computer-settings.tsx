import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import {
  batteryMeaning,
  computerSettingsTexts,
} from '../../../shared/texts/computer-settings-texts.ts';
import { LoginItemSetting } from './login-item-setting.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaveSetting } from './use-save-setting.ts';

const { battery } = computerSettingsTexts;

/** How Cratewatch lives on this computer. */
export function ComputerSettings({ settings }: { readonly settings: VisibleSettings }) {
  const save = useSaveSetting();
  return (
    <>
      <LoginItemSetting />
      <SettingSwitch
        name={battery.name}
        purpose={battery.purpose}
        meaning={batteryMeaning(settings.checkIntervalMinutes)}
        value={settings.checkLessOnBattery}
        defaultValue={DEFAULT_DESKTOP_SETTINGS.checkLessOnBattery}
        onSave={save('checkLessOnBattery')}
      />
    </>
  );
}
