import type { VisibleSettings } from '../../../shared/ipc-contract.ts';
import { NumberSetting } from './number-setting.tsx';

/** How access is renewed. */
export function StayingSettings({ settings }: { readonly settings: VisibleSettings }) {
  return (
    <>
      <NumberSetting setting="skewSeconds" settings={settings} />
      <NumberSetting setting="timeoutSeconds" settings={settings} />
      <NumberSetting setting="maxRetries" settings={settings} />
    </>
  );
}
