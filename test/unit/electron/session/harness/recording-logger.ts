import type { LogFields, Logger } from '../../../../../shared/logger.ts';

/** A logger that keeps every line, for tests that look for what must not stand there. */
export class RecordingLogger implements Logger {
  readonly lines: string[] = [];

  readonly debug = (message: string, fields?: LogFields) => this.#keep(message, fields);
  readonly info = (message: string, fields?: LogFields) => this.#keep(message, fields);
  readonly warn = (message: string, fields?: LogFields) => this.#keep(message, fields);
  readonly error = (message: string, fields?: LogFields) => this.#keep(message, fields);

  get text(): string {
    return this.lines.join('\n');
  }

  #keep(message: string, fields: LogFields = {}): void {
    this.lines.push(`${message} ${JSON.stringify(fields)}`);
  }
}
