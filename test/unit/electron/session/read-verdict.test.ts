import { describe, expect, test } from 'vitest';
import { judgeRead } from '../../../../electron/session/read-verdict.ts';
import type { SessionEvent } from '../../../../electron/session/session-transitions.ts';
import type { CacheRead } from '../../../../electron/session/token-cache.ts';
import type { TokenCacheKind } from '../../../../shared/session-settings.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { EVERY_CACHE_TROUBLE, EVERY_REASON } from './harness/every-model.ts';
import { markerFor, tokens } from './harness/keeper-bench.ts';

const KINDS: readonly TokenCacheKind[] = ['keychain', 'file', 'memory'];
const marker = markerFor(0);
const empty: CacheRead = { kind: 'empty' };
const garbage: CacheRead = { kind: 'unreadable', reason: '' };
const lost: SessionEvent = { kind: 'session-lost', reason: 'not-kept' };

const judge = (read: CacheRead, cache: TokenCacheKind, found: typeof marker | null) =>
  judgeRead(read, { marker: found, cache }, () => 7);

describe.each(KINDS)('in a cache of the kind %s', (cache) => {
  test('tokens are a session, with or without a marker', () => {
    const found = tokens(new ManualClock());
    for (const either of [marker, null]) {
      expect(judge({ kind: 'found', tokens: found }, cache, either)).toEqual({
        kind: 'tokens-read',
        tokens: found,
        refreshAtMs: 7,
      });
    }
  });

  test('nothing and garbage are no session where no marker says that there was one', () => {
    expect(judge(empty, cache, null)).toEqual({ kind: 'nothing-read' });
    expect(judge(garbage, cache, null)).toEqual({ kind: 'nothing-read' });
  });

  test('garbage is a lost session where a marker says that there was one', () => {
    expect(judge(garbage, cache, marker)).toEqual(lost);
  });

  test.each(EVERY_CACHE_TROUBLE)('trouble is told as it is: %s', (cause) => {
    for (const either of [marker, null]) {
      expect(judge({ kind: 'unavailable', cause, reason: '' }, cache, either)).toEqual({
        kind: 'cache-troubled',
        trouble: cause,
      });
    }
  });

  test.each(EVERY_REASON)(
    'nothing after an end that deleted the tokens is that end: %s',
    (ended) => {
      expect(judge(empty, cache, { ...marker, ended })).toEqual({
        kind: 'session-lost',
        reason: ended,
      });
    },
  );
});

test.each<[TokenCacheKind, SessionEvent]>([
  // A locked keychain reads as an empty one; a file does not, and memory is empty after a start.
  ['keychain', { kind: 'cache-troubled', trouble: 'locked' }],
  ['file', lost],
  ['memory', lost],
])('nothing beside a marker is told by the kind of cache: %s', (cache, event) => {
  expect(judge(empty, cache, marker)).toEqual(event);
});
