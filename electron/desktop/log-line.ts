import type { LogFields } from '../../shared/logger.ts';
import { redact } from './redact.ts';

/** One log line: the message, then its fields as `name=value`. Redacted, and always one line. */
export function logLine(message: string, fields: LogFields = {}): string {
  const parts = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  return redact([message, ...parts].join(' ')).replaceAll('\n', '\n    ');
}

function shown(value: LogFields[string]): string {
  return typeof value === 'string' && /\s/.test(value) ? `"${value}"` : String(value);
}
