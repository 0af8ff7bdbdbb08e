import type { App } from 'electron';

/** The part of Electron's `powerMonitor` that is used. */
export interface ShutdownSource {
  on(event: 'shutdown', listener: (event?: { preventDefault(): void }) => void): unknown;
}

/**
 * Quits in good order when the machine shuts down or the user logs out.
 *
 * On Linux and macOS the system waits a few seconds for whoever asks it to, and goes on as soon as
 * this process has ended. Windows tells windows only, and waits for none: nothing is at stake there,
 * since the database is safe at every moment, but what can be written is. Without a window, Windows
 * ends the process without a word.
 *
 * On Linux Electron asks the system to wait only where this is not the first event of the power
 * monitor that is listened to (tried in 33): it counts the listeners before this one is among them.
 */
export function onSystemShutdown(
  app: Pick<App, 'on'>,
  power: ShutdownSource,
  quit: () => void,
): void {
  power.on('shutdown', (event) => {
    event?.preventDefault();
    quit();
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', quit);
  });
}
