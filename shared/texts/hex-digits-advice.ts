import type { Advice } from './advice.ts';
import { groupedNumber } from './quantities.ts';

/** Client IDs and client secrets have this many hexadecimal digits. */
export const HEX_LENGTH = 32;

interface Named {
  /** As in "a client ID". */
  readonly name: string;
  /** A sentence that says where it is found. */
  readonly place: string;
}

/** What a client ID and a client secret have in common: their form. `text` is already trimmed. */
export function adviseOnHexDigits(text: string, { name, place }: Named): Advice<string> {
  if (text === '') return { kind: 'empty' };
  if (/^[0-9a-f]{32}$/i.test(text)) return { kind: 'valid', value: text.toLowerCase(), note: null };
  const wrong = (sentence: string): Advice<string> => ({ kind: 'wrong', text: sentence });
  if (/^(https?:|www\.|spotify:)/i.test(text)) return wrong(`This is an address. ${place}`);
  if (text.includes('@')) return wrong(`This is an e-mail address. ${place}`);
  if (/\s/.test(text)) {
    return wrong(
      `There is a space or a line break in it. A ${name} is ${HEX_LENGTH} characters in one piece.`,
    );
  }
  if (/[^0-9a-f]/i.test(text)) {
    return wrong(`A ${name} holds only the digits 0–9 and the letters a–f.`);
  }
  return text.length < HEX_LENGTH
    ? { kind: 'incomplete', text: `${text.length} of ${HEX_LENGTH} characters.` }
    : wrong(`This is ${groupedNumber(text.length)} characters long; a ${name} has ${HEX_LENGTH}.`);
}
