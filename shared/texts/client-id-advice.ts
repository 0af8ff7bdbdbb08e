import type { Advice } from './advice.ts';
import { adviseOnHexDigits, HEX_LENGTH } from './hex-digits-advice.ts';

/** Checks a client ID (32 hexadecimal digits) and says in a sentence what looks wrong. */
export function adviseOnClientId(input: string): Advice<string> {
  const text = input.trim();
  if (text.replace(/[^0-9a-f]/gi, '').length === 2 * HEX_LENGTH) {
    return {
      kind: 'wrong',
      text: 'This is twice as long as a client ID; the secret may be in it. Paste the client ID alone.',
    };
  }
  return adviseOnHexDigits(text, {
    name: 'client ID',
    place: 'The client ID stands on your app’s page, under “Basic Information”.',
  });
}
