import type { Advice } from './advice.ts';

const LONGEST = 500;

/**
 * Checks a redirect URI against what Spotify takes: https, or http with a loopback IP literal
 * (facts §1). It is kept exactly as typed, since Spotify compares it letter by letter.
 */
export function adviseOnRedirectUri(input: string): Advice<string> {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  const flaw = flawOf(text);
  if (flaw !== null) return { kind: 'wrong', text: flaw };
  const doubt = doubtAbout(new URL(text));
  return doubt === null
    ? { kind: 'valid', value: text, note: null }
    : { kind: 'doubtful', value: text, text: doubt };
}

function flawOf(text: string): string | null {
  if (text.length > LONGEST) return 'This is longer than an address can be here.';
  if (/\s/.test(text)) return 'There is a space or a line break in it.';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) || !URL.canParse(text)) {
    return 'This is not a whole address. It begins with “https://” or “http://127.0.0.1”.';
  }
  const { protocol, hostname, username, password } = new URL(text);
  if (text.includes('#')) return 'Leave out the part from “#” on; Spotify does not take it.';
  if (username !== '' || password !== '') return 'An address with a name or password is not taken.';
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) {
    return 'Spotify refuses “localhost”. Write “127.0.0.1” instead.';
  }
  if (protocol === 'https:') return null;
  // As typed: "http://127.1" means the same machine, but Spotify wants the address in full.
  return /^http:\/\/(127\.0\.0\.1|\[::1\])(?=[:/?]|$)/i.test(text)
    ? null
    : 'Spotify takes “http://” only with “127.0.0.1” or “[::1]”. Everything else begins with “https://”.';
}

function doubtAbout({ protocol, port, pathname }: URL): string | null {
  if (pathname.includes('-')) return 'A hyphen in the path has led to errors at Spotify.';
  return protocol === 'http:' && port === ''
    ? 'Without a port, Spotify’s dashboard may refuse it.'
    : null;
}
