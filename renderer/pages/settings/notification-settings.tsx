import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { notificationSettingsTexts } from '../../../shared/texts/notification-settings-texts.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { useSaveSetting } from './use-save-setting.ts';

const texts = notificationSettingsTexts;

/** What the desktop tells by itself, and when it is quiet. */
export function NotificationSettings({ settings }: { readonly settings: VisibleSettings }) {
  const save = useSaveSetting();
  const defaults = DEFAULT_DESKTOP_SETTINGS;
  return (
    <>
      <SettingSwitch
        name={texts.changes.name}
        purpose={texts.changes.purpose}
        value={settings.notifyOfChanges}
        defaultValue={defaults.notifyOfChanges}
        onSave={save('notifyOfChanges')}
      />
      <SettingSwitch
        name={texts.trouble.name}
        purpose={texts.trouble.purpose}
        value={settings.notifyOfTrouble}
        defaultValue={defaults.notifyOfTrouble}
        onSave={save('notifyOfTrouble')}
      />
      <SettingSwitch
        name={texts.renewal.name}
        purpose={texts.renewal.purpose}
        value={settings.notifyOfRenewal}
        defaultValue={defaults.notifyOfRenewal}
        onSave={save('notifyOfRenewal')}
      />
      <SettingSwitch
        name={texts.quietHours.name}
        purpose={texts.quietHours.purpose}
        value={settings.quietHours}
        defaultValue={defaults.quietHours}
        onSave={save('quietHours')}
      />
    </>
  );
}
