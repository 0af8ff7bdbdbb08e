import { useLive, useWindowState } from './window-state-context.ts';

/** What the key is called that goes with shortcuts here. */
export function useModifierKey(): '⌘' | 'Ctrl' {
  const { info } = useWindowState();
  const now = useLive(info);
  return now.kind === 'ready' && now.value.platform === 'darwin' ? '⌘' : 'Ctrl';
}
