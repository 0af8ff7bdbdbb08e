import type { App } from 'electron';
import type { Logger } from '../../shared/logger.ts';

/** The part of Node's `process` that is used. */
export interface FaultSource {
  on(event: 'uncaughtException', listener: (error: Error) => void): unknown;
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/**
 * A fault in one place must not end the watch: it is logged and the rest goes on. What the database
 * holds is safe at every moment (transactions), so going on cannot spoil it.
 */
export function guardAgainstFaults(source: FaultSource, logger: Logger): void {
  source.on('uncaughtException', (error) => {
    logger.error('An error was caught nowhere', { stack: stackOf(error) });
  });
  source.on('unhandledRejection', (reason) => {
    logger.error('A promise failed unheard', { stack: stackOf(reason) });
  });
}

/** Logs the end of Chromium's helper processes; it restarts the ones it needs by itself. */
export function watchHelperProcesses(app: App, logger: Logger): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') {
      logger.error('A helper process ended', { type, reason, exitCode, name: name ?? null });
    }
  });
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? String(thrown)) : String(thrown);
}
