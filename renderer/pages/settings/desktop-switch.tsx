import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { DesktopSettings } from '../../../shared/desktop-settings.ts';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaveSetting } from './use-save-setting.ts';

/** What is on or off on the desktop. */
type DesktopSwitchName = {
  [K in keyof DesktopSettings]: DesktopSettings[K] extends boolean ? K : never;
}[keyof DesktopSettings];

interface DesktopSwitchProps {
  readonly setting: DesktopSwitchName;
  readonly texts: { readonly name: string; readonly purpose: string };
  readonly settings: VisibleSettings;
  /** What the setting comes to at the moment. */
  readonly meaning?: string;
}

/** One setting of the desktop that is on or off. */
export function DesktopSwitch({ setting, texts, settings, meaning }: DesktopSwitchProps) {
  const save = useSaveSetting();
  return (
    <SettingSwitch
      name={texts.name}
      purpose={texts.purpose}
      value={settings[setting]}
      defaultValue={DEFAULT_DESKTOP_SETTINGS[setting]}
      onSave={save(setting)}
      {...(meaning === undefined ? {} : { meaning })}
    />
  );
}
