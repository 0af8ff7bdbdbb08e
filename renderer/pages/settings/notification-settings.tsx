import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { quietMinutes } from '../../../shared/quiet-hours.ts';
import {
  notificationSettingsTexts,
  quietMeaning,
} from '../../../shared/texts/notification-settings-texts.ts';
import { adviseOnTimeOfDay, timeOfDay } from '../../../shared/texts/time-of-day-advice.ts';
import { useWindowState } from '../../state/window-state-context.ts';
import { DesktopSwitch } from './desktop-switch.tsx';
import { SettingField } from './setting-field.tsx';
import { useSaveSetting } from './use-save-setting.ts';

const texts = notificationSettingsTexts;

/** What the desktop tells by itself, and when it is quiet. */
export function NotificationSettings({ settings }: { readonly settings: VisibleSettings }) {
  const { format } = useWindowState();
  return (
    <>
      <DesktopSwitch setting="notifyOfChanges" texts={texts.changes} settings={settings} />
      <DesktopSwitch setting="notifyOfTrouble" texts={texts.trouble} settings={settings} />
      <DesktopSwitch setting="notifyOfRenewal" texts={texts.renewal} settings={settings} />
      <DesktopSwitch setting="quietHours" texts={texts.quietHours} settings={settings} />
      {settings.quietHours && (
        <>
          <QuietTime setting="quietFromMinute" texts={texts.quietFrom} settings={settings} />
          <QuietTime
            setting="quietToMinute"
            texts={texts.quietTo}
            settings={settings}
            meaning={(quietToMinute) =>
              quietMeaning(quietMinutes({ ...settings, quietToMinute }), format)
            }
          />
        </>
      )}
    </>
  );
}

interface QuietTimeProps {
  readonly setting: 'quietFromMinute' | 'quietToMinute';
  readonly texts: { readonly name: string; readonly purpose: string };
  readonly settings: VisibleSettings;
  readonly meaning?: (value: number) => string;
}

/** A time of the day, written as the user's region writes it. */
function QuietTime({ setting, texts: { name, purpose }, settings, meaning }: QuietTimeProps) {
  const { format } = useWindowState();
  const save = useSaveSetting();
  const byDefault = DEFAULT_DESKTOP_SETTINGS[setting];
  return (
    <SettingField
      look="time"
      name={name}
      purpose={purpose}
      value={settings[setting]}
      defaultValue={byDefault}
      byDefault={timeOfDay(byDefault, format)}
      kind={{
        write: (minute) => timeOfDay(minute, format),
        advise: (text) => adviseOnTimeOfDay(text, format),
      }}
      onSave={save(setting)}
      {...(meaning === undefined ? {} : { meaning })}
    />
  );
}
