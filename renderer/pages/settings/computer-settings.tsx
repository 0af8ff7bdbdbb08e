import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import {
  batteryMeaning,
  computerSettingsTexts,
} from '../../../shared/texts/computer-settings-texts.ts';
import { DesktopSwitch } from './desktop-switch.tsx';
import { LoginItemSetting } from './login-item-setting.tsx';

const { battery } = computerSettingsTexts;

/** How Cratewatch lives on this computer. */
export function ComputerSettings({ settings }: { readonly settings: VisibleSettings }) {
  return (
    <>
      <LoginItemSetting />
      <DesktopSwitch
        setting="checkLessOnBattery"
        texts={battery}
        settings={settings}
        meaning={batteryMeaning(settings.checkIntervalMinutes)}
      />
    </>
  );
}
