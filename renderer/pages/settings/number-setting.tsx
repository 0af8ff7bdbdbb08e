import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { type BoundedSessionSetting, SESSION_BOUNDS } from '../../../shared/session-bounds.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../shared/session-defaults.ts';
import { settingsTexts } from '../../../shared/texts/settings-texts.ts';
import { SettingField } from './setting-field.tsx';
import { numberKind } from './setting-kinds.ts';
import { useSaveSetting } from './use-save-setting.ts';

interface NumberSettingProps {
  readonly setting: BoundedSessionSetting;
  readonly settings: VisibleSettings;
}

/** A number between two bounds. */
export function NumberSetting({ setting, settings }: NumberSettingProps) {
  const save = useSaveSetting();
  const { name, purpose, unit } = settingsTexts.fields[setting];
  return (
    <SettingField
      look="number"
      name={name}
      purpose={purpose}
      unit={unit}
      bounds={SESSION_BOUNDS[setting]}
      value={settings[setting]}
      defaultValue={DEFAULT_SESSION_SETTINGS[setting]}
      kind={numberKind(setting)}
      onSave={save(setting)}
    />
  );
}
