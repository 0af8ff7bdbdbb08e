/** What is to be said about a client ID while it is typed. */
export type ClientIdAdvice =
  | { readonly kind: 'empty' }
  | { readonly kind: 'valid'; readonly clientId: string }
  /** Fine so far, only not whole yet. */
  | { readonly kind: 'incomplete'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string };

const LENGTH = 32;

/** Checks a client ID (32 hexadecimal digits) and says in a sentence what looks wrong. */
export function adviseOnClientId(input: string): ClientIdAdvice {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  if (/^[0-9a-f]{32}$/i.test(text)) return { kind: 'valid', clientId: text.toLowerCase() };
  const wrong = (sentence: string): ClientIdAdvice => ({ kind: 'wrong', text: sentence });
  if (/^(https?:|www\.|spotify:)/i.test(text)) {
    return wrong(
      'This is an address. The client ID stands on your app’s page, under “Basic Information”.',
    );
  }
  if (text.includes('@')) {
    return wrong('This is an e-mail address. The client ID stands on your app’s page.');
  }
  const digits = text.replace(/[^0-9a-f]/gi, '');
  if (digits.length === 2 * LENGTH) {
    return wrong(
      'This is twice as long as a client ID; the secret may be in it. Paste the client ID alone. Cratewatch never needs the secret.',
    );
  }
  if (/\s/.test(text)) {
    return wrong(
      'There is a space or a line break in it. A client ID is 32 characters in one piece.',
    );
  }
  if (/[^0-9a-f]/i.test(text)) {
    return wrong('A client ID holds only the digits 0–9 and the letters a–f.');
  }
  return text.length < LENGTH
    ? { kind: 'incomplete', text: `${text.length} of ${LENGTH} characters.` }
    : wrong(`This is ${text.length} characters long; a client ID has ${LENGTH}.`);
}
