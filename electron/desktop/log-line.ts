import type { LogFields } from '../../shared/logger.ts';
import { redact } from './redact.ts';
import { isSecretName } from './redact-named.ts';
import { HIDDEN } from './redact-random.ts';

/** In characters. A stack is far shorter; an answer of a server that got into a message is not. */
const LONGEST_LINE = 16_384;
/** Looked back so far for a gap at which a long line can be cut without cutting a word in two. */
const LONGEST_WORD = 1_024;

/** One log line: the message, then its fields as `name=value`. Redacted, bounded, always one entry. */
export function logLine(message: string, fields: LogFields = {}): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `${name}=${isSecretName(name) ? HIDDEN : shown(value)}`,
  );
  const whole = [message, ...parts].join(' ');
  return redact(bounded(whole)).replaceAll(/\r\n?|\n/g, '\n    ');
}

function shown(value: LogFields[string]): string {
  return typeof value === 'string' && /\s/.test(value) ? `"${value}"` : String(value);
}

/** Cut before it is redacted, at a gap: half an e-mail address is none that could be recognised. */
function bounded(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  const head = text.slice(0, LONGEST_LINE);
  const tail = /\s\S*$/.exec(head.slice(-LONGEST_WORD))?.[0] ?? ' '.repeat(LONGEST_WORD);
  const kept = head.slice(0, head.length - tail.length);
  return `${kept} … ${text.length - kept.length} more characters`;
}
