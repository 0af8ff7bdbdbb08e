import { expect, test } from 'vitest';
import { type CacheNews, judgeCacheNews } from '../../../../electron/session/cache-news.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import type { HoldingSession } from '../../../../electron/session/session-model.ts';
import type { CachedTokens, CacheRead } from '../../../../electron/session/token-cache.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { HOUR_MS, tokens } from './harness/keeper-bench.ts';

const clock = new ManualClock();
const NOW = clock.nowMs();
/** In hand: received 55 minutes ago. */
const own = tokens(clock, 55 * 60_000);
const holding: HoldingSession = {
  kind: 'holding',
  tokens: own,
  accessRefused: false,
  refresh: { kind: 'running' },
  failures: 0,
  unsaved: null,
};
const otherAccess = { accessToken: new Secret('access-of-other') };
const otherRefresh = { refreshToken: new Secret('refresh-of-other') };
const setAside = { setAside: { atMs: NOW, reason: 'expired', triedByUser: false } } as const;
const newer = tokens(clock, 60_000, otherAccess);
const older = tokens(clock, 56 * 60_000, otherAccess);
const over = tokens(clock, 2 * HOUR_MS, otherAccess);
const short = tokens(clock, 60_000, { ...otherAccess, accessTokenExpiresAtMs: NOW });

test.each<[string, CachedTokens, Partial<HoldingSession>, CacheNews['kind'] | null]>([
  ['the very same tokens', own, {}, null],
  ['a newer access token', newer, {}, 'fresh'],
  ['a newer access token, rotated', { ...newer, ...otherRefresh }, {}, 'fresh'],
  ['an older access token', older, {}, null],
  ['an older access token, rotated', { ...older, ...otherRefresh }, {}, 'newer-refresh-token'],
  ['another access token whose life is over', over, {}, null],
  ['a newer access token whose short life is over', short, {}, null],
  ['one whose life is over, rotated', { ...over, ...otherRefresh }, {}, 'newer-refresh-token'],
  // As when the clock went back: then the time of receipt tells nothing.
  ['another one, while ours was refused', older, { accessRefused: true }, 'fresh'],
  ['the same one, while ours was refused', own, { accessRefused: true }, null],
  ['the same access token, rotated', { ...own, ...otherRefresh }, {}, 'newer-refresh-token'],
  ['no refresh token', { ...own, refreshToken: null }, {}, null],
  ['ours put aside', { ...own, ...setAside }, {}, 'set-aside'],
  ['ours put aside, with a newer access token', { ...newer, ...setAside }, {}, 'set-aside'],
  ['another refresh token put aside', { ...newer, ...otherRefresh, ...setAside }, {}, null],
  ['anything, while ours could not be stored', newer, { unsaved: 'locked' }, null],
])('%s in the cache', (_, found, change, kind) => {
  const news = judgeCacheNews(
    { kind: 'found', tokens: found },
    { ...holding, ...change },
    NOW,
    'file',
  );
  expect(news?.kind ?? null).toBe(kind);
  if (news !== null && news.kind !== 'gone') {
    expect(news.tokens).toBe(found);
  }
});

test('a file that is gone was deleted over there; a keychain that looks empty may be locked', () => {
  expect(judgeCacheNews({ kind: 'empty' }, holding, NOW, 'file')).toEqual({ kind: 'gone' });
  expect(judgeCacheNews({ kind: 'empty' }, holding, NOW, 'keychain')).toBeNull();
});

test('tokens put aside over there bring their reason', () => {
  const found = { ...own, ...setAside };
  expect(judgeCacheNews({ kind: 'found', tokens: found }, holding, NOW, 'keychain')).toEqual({
    kind: 'set-aside',
    tokens: found,
    reason: 'expired',
  });
});

test.each<CacheRead>([
  { kind: 'empty' },
  { kind: 'unreadable', reason: 'It is cut.' },
  { kind: 'unavailable', cause: 'locked', reason: 'It is locked.' },
])('a cache that gives nothing is no news: %j', (read) => {
  expect(judgeCacheNews(read, holding, NOW, 'keychain')).toBeNull();
});

test('an app’s own tokens, which have no refresh token, are compared by their access token', () => {
  const app = { way: 'client-credentials', refreshToken: null } as const;
  const ours = { ...holding, tokens: { ...own, ...app } };
  const judge = (found: CachedTokens) =>
    judgeCacheNews({ kind: 'found', tokens: found }, ours, NOW, 'file')?.kind ?? null;
  expect(judge({ ...newer, ...app })).toBe('fresh');
  expect(judge({ ...older, ...app })).toBeNull();
});
