import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  EtagMemory,
  isAbout,
  isWorthRemembering,
} from '../../../../electron/spotify/etag-memory.ts';
import type { HttpAnswer } from '../../../../electron/spotify/http-transport.ts';

const MEGABYTE = 1024 * 1024;
const HOUR = 3_600_000;

const answer = (
  etag: string | null,
  body = '{}',
  more: Record<string, string> = {},
): HttpAnswer => ({
  kind: 'answer',
  status: 200,
  headers: new Map(Object.entries({ ...(etag === null ? {} : { etag }), ...more })),
  body,
});

let memory: EtagMemory;
beforeEach(() => {
  memory = new EtagMemory();
});

describe('what was answered', () => {
  it('is known again, letter by letter', () => {
    memory.remember('a', answer('"1"', '{"name":"Ŧrack 🎵"}'), 0);
    const known = memory.recall('a', 1);
    expect([known?.etag, known?.text()]).toEqual(['"1"', '{"name":"Ŧrack 🎵"}']);
    expect(memory.recall('b', 1)).toBeNull();
  });

  it.each([
    ['strong', '"abc"', true],
    ['weak', 'W/"abc"', true],
    ['empty but sound', '""', false],
    ['missing', null, false],
    ['without quotes', 'abc', false],
    ['with a quote inside', '"a"b"', false],
    ['with a line break', '"a\r\nb"', false],
    ['a list', '"a", "b"', false],
    ['endless', `"${'a'.repeat(5_000)}"`, false],
  ])('with a tag that is %s: %s is kept: %s', (_what, etag, isKept) => {
    memory.remember('a', answer(etag), 0);
    expect(memory.recall('a', 0) !== null).toBe(isKept);
  });

  it('is not kept where the server forbids it', () => {
    memory.remember('a', answer('"1"', '{}', { 'cache-control': 'private, no-store' }), 0);
    expect(memory.recall('a', 0)).toBeNull();
  });

  it('gives way to a newer answer, also to one without a tag', () => {
    memory.remember('a', answer('"1"', 'old'), 0);
    memory.remember('a', answer('"2"', 'new'), 0);
    expect(memory.recall('a', 0)?.text()).toBe('new');
    memory.remember('a', answer(null, 'newest'), 0);
    expect(memory.recall('a', 0)).toBeNull();
    expect(memory.byteCount).toBe(0);
  });

  it('is read anew after half a day, whatever the server says of it', () => {
    memory.remember('a', answer('"1"'), 0);
    expect(memory.recall('a', 12 * HOUR - 1)).not.toBeNull();
    expect(memory.recall('a', 12 * HOUR)).toBeNull();
    expect(memory.entryCount).toBe(0);
  });

  it('makes the least recently used leave when it takes too much', () => {
    const big = 'x'.repeat(MEGABYTE * 0.75);
    memory.remember('a', answer('"1"', big), 0);
    memory.remember('b', answer('"1"', big), 0);
    memory.recall('a', 0);
    memory.remember('c', answer('"1"', big), 0);
    expect([memory.recall('a', 0), memory.recall('b', 0), memory.recall('c', 0)]).toEqual([
      expect.anything(),
      null,
      expect.anything(),
    ]);
  });

  it('is not kept where it alone is too much', () => {
    memory.remember('a', answer('"1"', 'small'), 0);
    memory.remember('b', answer('"1"', 'x'.repeat(2 * MEGABYTE + 1)), 0);
    expect([memory.entryCount, memory.recall('b', 0)]).toEqual([1, null]);
  });

  it('never takes more than it may, and counts right', () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 100 }).map(String),
      length: fc.integer({ min: 0, max: 400_000 }),
      forget: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const filled = new EtagMemory();
        for (const { key, length, forget } of steps) {
          if (forget) {
            filled.forget(key);
          } else {
            filled.remember(key, answer('"1"', 'x'.repeat(length)), 0);
          }
          expect(filled.byteCount).toBeLessThanOrEqual(2 * MEGABYTE);
          expect(filled.entryCount).toBeLessThanOrEqual(64);
        }
        const keys = new Set(steps.map(({ key }) => key));
        const bytes = [...keys].map((key) => filled.recall(key, 0)?.text().length ?? 0);
        expect(filled.byteCount).toBe(bytes.reduce((sum, count) => sum + count, 0));
        filled.clear();
        expect([filled.byteCount, filled.entryCount]).toEqual([0, 0]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a 304', () => {
  it.each([
    ['names no tag', null, true],
    ['names the same', '"abc"', true],
    ['names the same as a weak one', 'W/"abc"', true],
    ['names another', '"abd"', false],
  ])('that %s is about what is known: %s', (_what, named, isTrue) => {
    expect(isAbout({ ...answer(named), status: 304 }, '"abc"')).toBe(isTrue);
  });
});

describe('worth remembering', () => {
  it.each<[string, Record<string, string | number | null>, boolean]>([
    ['/me', {}, true],
    ['/me/tracks', { limit: 50, offset: 0, market: 'NL' }, true],
    ['/me/tracks', { limit: 50, offset: 50, market: 'NL' }, false],
    ['/me/albums', { offset: 0 }, true],
    ['/me/following', { type: 'artist', after: null }, true],
    ['/me/following', { type: 'artist', after: 'abc' }, false],
    ['/me/playlists', { offset: 0 }, true],
    ['/me/playlists', { offset: 250 }, true],
    ['/me/library/contains', { uris: 'spotify:track:a' }, false],
    ['/playlists/abc', {}, false],
    ['/playlists/abc/items', { offset: 0 }, false],
    ['/tracks/abc', {}, false],
  ])('%s %o: %s', (path, query, isWorth) => {
    expect(isWorthRemembering(path, query)).toBe(isWorth);
  });
});
