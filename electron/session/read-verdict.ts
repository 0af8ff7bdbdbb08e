import type { TokenCacheKind } from '../../shared/session-settings.ts';
import type { SessionMarker } from './session-marker.ts';
import type { SessionEvent } from './session-transitions.ts';
import type { CacheRead } from './token-cache.ts';

/**
 * What a read of the cache means for the session. Nothing found is "signed out" only where no
 * marker says that a session was there: a locked keychain reads as an empty one (facts §1).
 */
export function judgeRead(
  read: CacheRead,
  { marker, cache }: { readonly marker: SessionMarker | null; readonly cache: TokenCacheKind },
  refreshAtMs: (times: Extract<CacheRead, { kind: 'found' }>['tokens']) => number | null,
): SessionEvent {
  switch (read.kind) {
    case 'found':
      return { kind: 'tokens-read', tokens: read.tokens, refreshAtMs: refreshAtMs(read.tokens) };
    case 'empty':
      if (marker === null) {
        return { kind: 'nothing-read' };
      }
      if (marker.ended !== null) {
        return { kind: 'session-lost', reason: marker.ended };
      }
      // A file that is not there is gone, and memory is empty after every start.
      return cache === 'keychain'
        ? { kind: 'cache-troubled', trouble: 'locked' }
        : { kind: 'session-lost', reason: 'not-kept' };
    case 'unreadable':
      return marker === null
        ? { kind: 'nothing-read' }
        : { kind: 'session-lost', reason: 'not-kept' };
    case 'unavailable':
      return { kind: 'cache-troubled', trouble: read.cause };
  }
}
