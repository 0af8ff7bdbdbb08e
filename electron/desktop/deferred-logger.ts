import type { LogFields, Logger } from '../../shared/logger.ts';

interface Line {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields: LogFields | undefined;
}

/** Enough for a start that goes wrong; more would only mean that no log was ever attached. */
const MAX_LINES = 500;

/**
 * Keeps what is logged during the start, so that the log file's code can be loaded after the tray
 * icon is there.
 */
export class DeferredLogger implements Logger {
  #lines: Line[] = [];
  #target: Logger | null = null;

  debug(message: string, fields?: LogFields): void {
    this.#log({ level: 'debug', message, fields });
  }

  info(message: string, fields?: LogFields): void {
    this.#log({ level: 'info', message, fields });
  }

  warn(message: string, fields?: LogFields): void {
    this.#log({ level: 'warn', message, fields });
  }

  error(message: string, fields?: LogFields): void {
    this.#log({ level: 'error', message, fields });
  }

  /** From now on lines go to `target`; what was kept goes there first. */
  attach(target: Logger): void {
    this.#target = target;
    const kept = this.#lines;
    this.#lines = [];
    for (const line of kept) {
      this.#log(line);
    }
  }

  #log(line: Line): void {
    if (this.#target !== null) {
      this.#target[line.level](line.message, line.fields);
    } else if (this.#lines.length < MAX_LINES) {
      this.#lines.push(line);
    }
  }
}
