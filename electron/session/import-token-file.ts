import type { Clock } from '../../shared/clock.ts';
import type { ImportRefusal } from '../../shared/ipc-contract.ts';
import { canBeRenewed } from './cached-tokens-json.ts';
import { readSmallFile } from './read-small-file.ts';
import type { CachedTokens } from './token-cache.ts';
import { parseTokenFile } from './token-file-json.ts';

/** No token file is near that long. */
const MAX_BYTES = 1_000_000;

export type TokenFileImport =
  | { readonly kind: 'tokens'; readonly tokens: CachedTokens }
  | { readonly kind: 'refused'; readonly reason: ImportRefusal };

/**
 * Decides whether the text of a token file makes a session. An access token whose time is over is
 * no hindrance where a new one can be had. Only our own files tell the client secret and when the
 * user agreed; tokens that were put aside get the try that the user asks for by this.
 */
export function readTokenFile(text: string, nowMs: number): TokenFileImport {
  const read = parseTokenFile(text, nowMs);
  if (read.kind === 'refused') {
    return read;
  }
  const { tokens } = read;
  return !canBeRenewed(tokens) && tokens.accessTokenExpiresAtMs <= nowMs
    ? { kind: 'refused', reason: 'expired' }
    : { kind: 'tokens', tokens: { ...tokens, setAside: null } };
}

/** Reads a token file from the disk. A file that may not be read counts as not found. */
export async function loadTokenFile(path: string, clock: Clock): Promise<TokenFileImport> {
  const read = await readSmallFile(path, MAX_BYTES);
  switch (read.kind) {
    case 'text':
      return readTokenFile(read.text, clock.nowMs());
    case 'too-large':
      return { kind: 'refused', reason: 'too-large' };
    case 'not-a-file':
      return { kind: 'refused', reason: 'not-a-token-file' };
    case 'failed':
      return { kind: 'refused', reason: 'not-found' };
  }
}
