import type { Advice } from './advice.ts';
import { adviseOnHexDigits, HEX_LENGTH } from './hex-digits-advice.ts';

const PLACE = 'The secret stands on your app’s page, behind “View client secret”.';

/**
 * Checks a client secret (32 hexadecimal digits) and says in a sentence what looks wrong. The
 * sentence never repeats what was typed.
 *
 * @param clientId the one it goes with, to tell the two apart; null where none is typed yet
 */
export function adviseOnClientSecret(input: string, clientId: string | null): Advice<string> {
  const text = input.trim();
  if (clientId !== null && text.toLowerCase() === clientId.toLowerCase()) {
    return { kind: 'wrong', text: `This is the client ID once more. ${PLACE}` };
  }
  if (text.replace(/[^0-9a-f]/gi, '').length === 2 * HEX_LENGTH) {
    return {
      kind: 'wrong',
      text: 'This is twice as long as a secret; the client ID may be in it. Paste the secret alone.',
    };
  }
  return adviseOnHexDigits(text, { name: 'client secret', place: PLACE });
}
