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
  const found = idWithin(text);
  if (found !== null) return { kind: 'valid', value: found.toLowerCase(), note: FOUND_WITHIN };
  return adviseOnHexDigits(text, {
    name: 'client ID',
    place: 'The client ID stands on your app’s page, under “Basic Information”.',
  });
}

const FOUND_WITHIN = 'Taken out of what you pasted.';

/** The one client ID that stands in an address of the dashboard, or in quotation marks. */
function idWithin(text: string): string | null {
  if (!/^https:\/\/developer\.spotify\.com\/|^["'“”‘’]/.test(text)) return null;
  const found = text.match(/(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi) ?? [];
  return found.length === 1 ? (found[0] ?? null) : null;
}
