const QUIT_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** The part of Node's `process` that is used. */
export interface SignalSource {
  on(signal: (typeof QUIT_SIGNALS)[number], listener: () => void): unknown;
}

/**
 * Quits in good order when the system, a terminal or a service manager asks for it. Electron would
 * do so by itself, were it not that libraries which clean up after themselves (the settings' atomic
 * writes do) take these signals over and then end the process on the spot.
 */
export function onQuitSignals(source: SignalSource, quit: () => void): void {
  for (const signal of QUIT_SIGNALS) {
    // For good, not once: such a library sends the signal a second time.
    source.on(signal, quit);
  }
}
