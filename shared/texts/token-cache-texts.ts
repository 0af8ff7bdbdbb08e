import { assertNever } from '../assert-never.ts';
import type { CacheTest } from '../connection.ts';
import type { TokenCacheKind } from '../session-settings.ts';
import type { StatusTone } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';
import { momentPhrase } from './time-phrases.ts';

/** The places by name, as they stand in a list. */
export const CACHE_NAMES: Readonly<Record<TokenCacheKind, string>> = {
  keychain: 'System keychain',
  file: 'A file',
  memory: 'Memory only',
};

/** The places as they stand in a sentence. */
export const CACHE_PLACES: Readonly<Record<TokenCacheKind, string>> = {
  keychain: 'the system’s keychain',
  file: 'the file',
  memory: 'memory',
};

/** What each place means. */
export const CACHE_MEANINGS: Readonly<Record<TokenCacheKind, string>> = {
  keychain:
    'The system guards it and asks for your password where it must. The right place on nearly every computer.',
  file: 'For computers without a keychain. Every program that runs as you can read it.',
  memory: 'Nothing is written. After Cratewatch quits, you sign in again.',
};

export interface CacheTestText {
  readonly tone: StatusTone;
  readonly text: string;
}

/** Whether the place was seen to work, and where it was not, what to do. */
export function describeCacheTest(
  test: CacheTest,
  kind: TokenCacheKind,
  nowMs: number,
  format: TextFormat = {},
): CacheTestText {
  switch (test.kind) {
    case 'not-yet':
      return { tone: 'waiting', text: 'Not tested yet.' };
    case 'ok':
      return {
        tone: 'good',
        text: `Tested ${momentPhrase(test.atMs, nowMs, format)}: written, read and deleted.`,
      };
    case 'failed':
      return {
        tone: 'attention',
        text: `Tested ${momentPhrase(test.atMs, nowMs, format)}: ${flawOf(test.cause, kind)}`,
      };
    default:
      return assertNever(test);
  }
}

type Cause = Extract<CacheTest, { kind: 'failed' }>['cause'];

function flawOf(cause: Cause, kind: TokenCacheKind): string {
  switch (cause) {
    case 'locked':
      return 'the keychain is locked. Unlock it, then try again.';
    case 'missing':
      return 'no keychain is running. Start one, or choose another place in the settings.';
    case 'restarted':
      return 'the keychain was restarted. Cratewatch finds it again after a restart of its own.';
    case 'unwritable':
      return kind === 'file'
        ? 'the file could not be written. Make sure that Cratewatch may write there, or choose another place in the settings.'
        : `${CACHE_PLACES[kind]} took nothing. Choose another place in the settings.`;
    case 'mismatch':
      return 'what was read was not what was written. Choose another place in the settings.';
    default:
      return assertNever(cause);
  }
}

/** Where there is no keychain; leads to the setting. */
export const CHOOSE_ANOTHER_PLACE = 'Keep the key somewhere else';
