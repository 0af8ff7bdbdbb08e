import { loginItemHindrance, loginItemTexts } from '../../../shared/texts/login-item-texts.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { useLoginItem } from './use-login-item.ts';

/** Whether Cratewatch starts at login. The system keeps it, not the settings. */
export function LoginItemSetting() {
  const { item, set } = useLoginItem();
  if (item === null) return null;
  const hindrance = loginItemHindrance(item);
  return (
    <SettingSwitch
      name={loginItemTexts.name}
      purpose={loginItemTexts.purpose}
      value={item.kind === 'on'}
      defaultValue={false}
      isDisabled={item.kind === 'not-possible'}
      {...(hindrance === null ? {} : { note: hindrance })}
      onSave={set}
    />
  );
}
