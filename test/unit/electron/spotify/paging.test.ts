import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../../electron/spotify/api-failure.ts';
import type { CursorPage, Page } from '../../../../electron/spotify/catalogue.ts';
import { cursorPages, offsetPages } from '../../../../electron/spotify/paging.ts';
import { parseFollowedArtists } from '../../../../electron/spotify/schemas/followed-artists.ts';
import { parsePage } from '../../../../electron/spotify/schemas/page.ts';

const ENDLESS = {
  kind: 'failed',
  failure: { kind: 'unreadable', status: 200, isJson: true },
} as const;
const OFFLINE = { kind: 'failed', failure: { kind: 'network', code: 'ECONNRESET' } } as const;

/** More than any reading of a list of at most 60 rows may take. */
const TOO_MANY_PAGES = 12_000;

const word = (value: unknown) => (typeof value === 'string' ? value : null);

/** What the API makes of a body: a page, or the failure that it has another shape. */
async function answered<T>(page: T | null): Promise<ApiResult<T>> {
  await Promise.resolve();
  return page === null ? ENDLESS : { kind: 'ok', value: page };
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const results: T[] = [];
  for await (const result of pages) {
    results.push(result);
    if (results.length > TOO_MANY_PAGES) {
      throw new Error('This reading has no end.');
    }
  }
  return results;
}

const rowsOf = <T>(results: readonly ApiResult<{ readonly entries: readonly T[] }>[]): T[] =>
  results.flatMap((result) => (result.kind === 'ok' ? [...result.value.entries] : []));

const names = (count: number) => Array.from({ length: count }, (_, index) => `row-${index}`);

describe('a list by offset', () => {
  const LIMIT = 5;
  /**
   * Hidden rows make a page shorter than asked, or empty; at a cut it simply ends early. `next` skips
   * ahead each time, as it was recorded.
   */
  const serverOf =
    (rows: readonly string[], hidden: readonly number[] = [], cuts: readonly number[] = []) =>
    (offset: number) => {
      const cut = cuts.filter((at) => at > offset && at < offset + LIMIT).sort((a, b) => a - b)[0];
      const items = rows
        .slice(offset, cut ?? offset + LIMIT)
        .filter((_, index) => !hidden.includes(offset + index));
      const next = offset + LIMIT < rows.length ? `http://host/?offset=${offset + LIMIT}` : null;
      return answered(parsePage({ items, total: rows.length, offset, next }, offset, word));
    };

  it('of a server that stands still is read whole, in order, however short its pages', async () => {
    const places = fc.uniqueArray(fc.nat(59));
    await fc.assert(
      fc.asyncProperty(fc.nat(60), places, fc.boolean(), async (count, some, areHidden) => {
        const rows = names(count);
        const hidden = areHidden ? some : [];
        const results = await all(offsetPages(serverOf(rows, hidden, areHidden ? [] : some)));
        expect(results.every(({ kind }) => kind === 'ok')).toBe(true);
        const met = [...new Set(rowsOf(results))];
        expect(met).toEqual(rows.filter((_, index) => !hidden.includes(index)));
      }),
    );
  });

  it('goes on at any page where an earlier reading stopped', async () => {
    const read = serverOf(names(33), [3, 4, 17, 20, 21, 22, 23, 24]);
    const whole = await all(offsetPages(read));
    for (const [index, result] of whole.entries()) {
      const nextOffset = result.kind === 'ok' ? result.value.nextOffset : null;
      if (nextOffset !== null) {
        expect(await all(offsetPages(read, nextOffset))).toEqual(whole.slice(index + 1));
      }
    }
    expect(whole.length).toBeGreaterThan(6);
  });

  it('has an end, whatever the server answers', async () => {
    const offsets = fc.nat(80).map((offset) => `http://host/v1/me/tracks?offset=${offset}`);
    const body = fc.record({
      items: fc.array(fc.oneof(fc.constant('row'), fc.constant(null)), { maxLength: 7 }),
      total: fc.oneof(fc.nat(60), fc.nat(1_000_000), fc.maxSafeNat()),
      next: fc.option(fc.oneof(offsets, fc.string())),
    });
    const first = fc.nat(60);
    await fc.assert(
      fc.asyncProperty(first, fc.nat(40), fc.infiniteStream(body), async (total, from, bodies) => {
        let isFirst = true;
        const asked: number[] = [];
        const read = (offset: number) => {
          asked.push(offset);
          const given = bodies.next().value;
          const answer = isFirst ? { ...given, total } : given;
          isFirst = false;
          return answered(parsePage(answer, offset, word));
        };
        await all(offsetPages(read, from));
        expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('that grows with every page is given up, and says so', async () => {
    const read = (offset: number) =>
      answered(parsePage({ items: ['a', 'b'], total: offset + 50 }, offset, word));
    const results = await all(offsetPages(read));
    expect(results.at(-1)).toEqual(ENDLESS);
    expect(results.length).toBeLessThan(5_100);
  });

  it.each([
    [60, 120],
    [51, 9_000],
  ])('may grow from %i to %i rows while it is read', async (before, after) => {
    let total = before;
    const read = (offset: number) => {
      const items = names(after).slice(offset, Math.min(offset + 50, total));
      const page = answered(parsePage({ items, total }, offset, word));
      total = after;
      return page;
    };
    expect(rowsOf(await all(offsetPages(read)))).toEqual(names(after));
  });

  it('with a total beyond belief has an end', async () => {
    const page: Page<null> = {
      entries: [],
      offset: 0,
      total: Number.MAX_SAFE_INTEGER,
      nextOffset: 9_999_999,
      dropped: 50,
    };
    const last = { ...page, nextOffset: 10_000_000 };
    const results = await all(offsetPages((offset) => answered(offset === 0 ? page : last)));
    expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'failed']);
  });

  it.each([0, 4, 5])('is given up where a page leads to %i from 5', async (nextOffset) => {
    const page: Page<string> = { entries: ['a'], offset: 5, total: 60, nextOffset, dropped: 0 };
    const results = await all(offsetPages(() => answered(page), 5));
    expect(results).toEqual([{ kind: 'ok', value: page }, ENDLESS]);
  });

  it('ends with the first failure, which is told', async () => {
    const asked: number[] = [];
    const server = serverOf(names(20));
    const results = await all(
      offsetPages<string>((offset) => {
        asked.push(offset);
        return offset === 10 ? Promise.resolve(OFFLINE) : server(offset);
      }),
    );
    expect(asked).toEqual([0, 5, 10]);
    expect(results.at(-1)).toEqual(OFFLINE);
    expect(rowsOf(results)).toEqual(names(10));
  });

  it('asks for no page that nobody waits for', async () => {
    let asked = 0;
    const server = serverOf(names(40));
    const pages = offsetPages((offset) => {
      asked += 1;
      return server(offset);
    });
    expect(asked).toBe(0);
    for await (const _ of pages) {
      if (asked === 2) {
        break;
      }
    }
    expect(asked).toBe(2);
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });
});

describe('a list by cursor', () => {
  const artist = (name: string) => ({ uri: `spotify:artist:${name}`, name });
  const read = (page: (cursor: string | null) => unknown) => (cursor: string | null) =>
    answered(parseFollowedArtists({ artists: page(cursor) }, cursor));
  const uris = (count: number) => names(count).map((name) => `spotify:artist:${name}`);

  /** Pages of the given lengths; the cursor stands in `cursors`, or only in `next`. */
  const serverOf = (lengths: readonly number[], inNextOnly: boolean) => {
    const rows = names(lengths.reduce((sum, length) => sum + length, 0));
    return read((cursor) => {
      const page = cursor === null ? 0 : Number(cursor.slice('page '.length));
      const start = lengths.slice(0, page).reduce((sum, length) => sum + length, 0);
      const after = page + 1 < lengths.length ? `page ${page + 1}` : null;
      const query = new URLSearchParams({ type: 'artist', limit: '50', after: after ?? '' });
      return {
        items: rows.slice(start, start + (lengths[page] ?? 0)).map(artist),
        total: rows.length,
        next: after === null ? null : `http://host/v1/me/following?${query}`,
        ...(inNextOnly ? {} : { cursors: { after } }),
      };
    });
  };

  it('of a server that stands still is read whole, each row once', async () => {
    const lengths = fc.array(fc.nat(4), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.boolean(), async (pages, inNextOnly) => {
        const results = await all(cursorPages(serverOf(pages, inNextOnly)));
        expect(results.every(({ kind }) => kind === 'ok')).toBe(true);
        const count = pages.reduce((sum, length) => sum + length, 0);
        expect(rowsOf(results).map(({ uri }) => uri)).toEqual(uris(count));
      }),
    );
  });

  it('goes on at any page where an earlier reading stopped', async () => {
    const server = serverOf([3, 0, 2, 5, 1], false);
    const whole = await all(cursorPages(server));
    for (const [index, result] of whole.slice(0, -1).entries()) {
      const nextCursor = result.kind === 'ok' ? result.value.nextCursor : null;
      expect(nextCursor).not.toBeNull();
      expect(await all(cursorPages(server, nextCursor))).toEqual(whole.slice(index + 1));
    }
  });

  it('has an end, whatever the server answers', async () => {
    const cursors = fc.option(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string()));
    const body = fc.record({
      items: fc.array(fc.constant(artist('x')), { maxLength: 3 }),
      total: fc.option(fc.nat(60)),
      next: fc.option(fc.string().map((after) => `http://h/?after=${encodeURIComponent(after)}`)),
      cursors: fc.record({ after: cursors }),
    });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(body), async (bodies) => {
        const asked: (string | null)[] = [];
        await all(
          cursorPages(
            read((cursor) => {
              asked.push(cursor);
              return bodies.next().value;
            }),
          ),
        );
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it.each([
    ['the page itself', ['a', 'a'], 2],
    ['an earlier page', ['a', 'b', 'c', 'a'], 4],
  ])('is given up where it leads back to %s', async (_where, cursors, pages) => {
    const queue = [...cursors];
    const page = (): CursorPage<string> => ({
      entries: [],
      total: 500,
      nextCursor: queue.shift() ?? null,
      dropped: 0,
    });
    const results = await all(cursorPages(() => answered(page())));
    expect(results).toHaveLength(pages + 1);
    expect(results.at(-1)).toEqual(ENDLESS);
  });

  it('is given up where it leads back to the page at which it was resumed', async () => {
    const page: CursorPage<string> = { entries: [], total: 9, nextCursor: 'x', dropped: 0 };
    expect(await all(cursorPages(() => answered(page), 'x'))).toHaveLength(2);
  });

  it.each([
    [3, 106],
    [null, 10_000],
    [Number.MAX_SAFE_INTEGER, 10_000],
  ])('with a total of %s and ever new cursors is given up', async (total, most) => {
    let page = 0;
    const results = await all(
      cursorPages(() => {
        page += 1;
        return answered({ entries: ['a'], total, nextCursor: `${page}`, dropped: 0 });
      }),
    );
    expect(results).toHaveLength(most + 1);
    expect(results.at(-1)).toEqual(ENDLESS);
  });

  it('ends with the first failure, which is told', async () => {
    const server = serverOf([2, 2, 2, 2], false);
    const results = await all(
      cursorPages((cursor) => (cursor === 'page 2' ? Promise.resolve(OFFLINE) : server(cursor))),
    );
    expect(results.at(-1)).toEqual(OFFLINE);
    expect(rowsOf(results).map(({ uri }) => uri)).toEqual(uris(4));
  });
});
