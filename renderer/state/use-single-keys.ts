import { useLive, useWindowState } from './window-state-context.ts';

/** Whether single letters do something; they do until the settings say otherwise. */
export function useSingleKeys(): boolean {
  const { settings } = useWindowState();
  const now = useLive(settings);
  return now.kind !== 'ready' || now.value.singleKeyShortcuts;
}
