import type { VisibleSettings } from '../../../../shared/ipc-contract.ts';
import { updateTexts } from '../../../../shared/texts/update-texts.ts';
import { DesktopSwitch } from '../desktop-switch.tsx';
import { UpdatePanel } from './update-panel.tsx';

const { setting } = updateTexts;

/** Whether newer versions are looked for, and what is known of them. */
export function UpdateSettings({ settings }: { readonly settings: VisibleSettings }) {
  return (
    <>
      <DesktopSwitch setting="lookForUpdates" texts={setting} settings={settings} />
      <UpdatePanel />
    </>
  );
}
