import type { SessionEvent } from './session-transitions.ts';
import type { CacheRead } from './token-cache.ts';

/**
 * What a read of the cache means for the session. Nothing found is "signed out" only where no
 * marker says that a session was there: a locked keychain reads as an empty one.
 */
export function judgeRead(
  read: CacheRead,
  hasMarker: boolean,
  refreshAtMs: (times: Extract<CacheRead, { kind: 'found' }>['tokens']) => number,
): SessionEvent {
  switch (read.kind) {
    case 'found':
      return { kind: 'tokens-read', tokens: read.tokens, refreshAtMs: refreshAtMs(read.tokens) };
    case 'empty':
      return hasMarker ? { kind: 'cache-troubled', trouble: 'locked' } : { kind: 'nothing-read' };
    case 'unreadable':
      return hasMarker ? { kind: 'garbage-read' } : { kind: 'nothing-read' };
    case 'unavailable':
      return { kind: 'cache-troubled', trouble: read.cause };
  }
}
