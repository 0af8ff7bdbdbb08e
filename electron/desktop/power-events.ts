import type { Unsubscribe } from '../../shared/signal.ts';

type PowerEvent = 'resume' | 'unlock-screen';

/** The part of Electron's `powerMonitor` that is used. */
export interface PowerSource {
  on(event: PowerEvent, listener: () => void): unknown;
  off(event: PowerEvent, listener: () => void): unknown;
}

/**
 * Calls `onWake` when the machine wakes up or the screen is unlocked: clocks have jumped, the network
 * may be another, the keychain may be open again.
 */
export function onPowerEvents(
  source: PowerSource,
  onWake: (event: PowerEvent) => void,
): Unsubscribe {
  const onResume = (): void => onWake('resume');
  const onUnlock = (): void => onWake('unlock-screen');
  source.on('resume', onResume);
  source.on('unlock-screen', onUnlock);
  return () => {
    source.off('resume', onResume);
    source.off('unlock-screen', onUnlock);
  };
}
