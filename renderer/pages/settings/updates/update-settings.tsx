import { DEFAULT_DESKTOP_SETTINGS } from '../../../../shared/desktop-defaults.ts';
import type { VisibleSettings } from '../../../../shared/ipc-contract.ts';
import { updateTexts } from '../../../../shared/texts/update-texts.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { useSaveSetting } from '../use-save-setting.ts';
import { UpdatePanel } from './update-panel.tsx';

const { setting } = updateTexts;

/** Whether newer versions are looked for, and what is known of them. */
export function UpdateSettings({ settings }: { readonly settings: VisibleSettings }) {
  const save = useSaveSetting();
  return (
    <>
      <SettingSwitch
        name={setting.name}
        purpose={setting.purpose}
        value={settings.lookForUpdates}
        defaultValue={DEFAULT_DESKTOP_SETTINGS.lookForUpdates}
        onSave={save('lookForUpdates')}
      />
      <UpdatePanel />
    </>
  );
}
