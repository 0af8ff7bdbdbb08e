import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOffset, parsePage } from '../../../../../electron/spotify/schemas/page.ts';

const word = (value: unknown) => (typeof value === 'string' ? value : null);

describe('parsePage', () => {
  it('leaves out and counts what cannot be understood', () => {
    const body = { items: ['a', 7, 'b', {}], total: 4, offset: 0, next: null };
    expect(parsePage(body, 0, word)).toEqual({
      entries: ['a', 'b'],
      offset: 0,
      total: 4,
      nextOffset: null,
      dropped: 2,
    });
  });

  it('counts dropped rows when it computes where the next page starts', () => {
    expect(parsePage({ items: [1, 2, 3], total: 9 }, 3, word)?.nextOffset).toBe(6);
  });

  it('takes no page for the last that names another behind it, whatever its total says', () => {
    const next = 'https://host/v1/me/tracks?offset=2';
    for (const total of [0, 1, 2]) {
      expect(parsePage({ items: ['a', 'b'], total, next }, 0, word)).toMatchObject({
        total: 3,
        nextOffset: 2,
      });
    }
    expect(parsePage({ items: ['a', 'b'], total: 9, next }, 0, word)?.total).toBe(9);
    expect(parsePage({ items: ['a', 'b'], total: 2, next: '' }, 0, word)?.total).toBe(2);
    expect(parsePage({ items: [], total: 2, next }, 2, word)).toMatchObject({ total: 2 });
  });

  it.each<[string, unknown]>([
    ['no rows', { total: 3 }],
    ['no total', { items: [] }],
    ['a total that is no number', { items: [], total: '3' }],
    ['rows that are no list', { items: {}, total: 3 }],
    ['another start than asked', { items: ['a'], total: 3, offset: 50 }],
    ['nothing', null],
    ['a list', []],
    ['a text', 'items'],
  ])('takes no page with %s', (_what, body) => {
    expect(parsePage(body, 0, word)).toBeNull();
  });
});

describe('nextOffset', () => {
  it.each([
    ['a full page', { offset: 0, rows: 50, total: 120, next: '?offset=50&limit=50' }, 50],
    ['the last page', { offset: 100, rows: 20, total: 120, next: null }, null],
    ['an empty list', { offset: 0, rows: 0, total: 0, next: null }, null],
    [
      'a short page whose next skips ahead',
      { offset: 0, rows: 47, total: 111, next: '?offset=48' },
      47,
    ],
    ['a page whose next is missing', { offset: 0, rows: 50, total: 120, next: null }, 50],
    ['a last page that has a next', { offset: 0, rows: 50, total: 50, next: '?offset=50' }, null],
    [
      'an empty page in the middle',
      { offset: 50, rows: 0, total: 120, next: '?a=b&offset=100' },
      100,
    ],
    [
      'an empty page that points to itself',
      { offset: 50, rows: 0, total: 120, next: '?offset=50' },
      null,
    ],
    [
      'an empty page that points back',
      { offset: 50, rows: 0, total: 120, next: '?offset=0' },
      null,
    ],
    [
      'an empty page that points beyond',
      { offset: 50, rows: 0, total: 120, next: '?offset=120' },
      null,
    ],
    [
      'an empty page with a next that is none',
      { offset: 50, rows: 0, total: 120, next: 'x' },
      null,
    ],
  ])('after %s', (_what, page, expected) => {
    expect(nextOffset(page)).toBe(expected);
  });

  it('always goes forward and ends before the total, so reading ends', () => {
    const next = fc.option(
      fc.nat(300).map((offset) => `https://host/v1/me/tracks?offset=${offset}`),
    );
    fc.assert(
      fc.property(fc.nat(200), fc.nat(100), fc.nat(300), next, (offset, rows, total, address) => {
        const result = nextOffset({ offset, rows, total, next: address });
        if (result !== null) {
          expect(result).toBeGreaterThan(offset);
          expect(result).toBeLessThan(total);
        }
      }),
    );
  });
});
