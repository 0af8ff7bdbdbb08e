import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseArtistRelease } from '../../../../../electron/spotify/schemas/artist-release.ts';
import { parseBooleans } from '../../../../../electron/spotify/schemas/booleans.ts';
import { parseItemAskedFor } from '../../../../../electron/spotify/schemas/catalogue-item.ts';
import { parseProfile } from '../../../../../electron/spotify/schemas/profile.ts';
import { hasRecordedPayloads, recorded } from '../recorded-payloads.ts';
import { damaged, damages, junk } from './damage.ts';
import { RECORDED_LISTS, RECORDED_OBJECTS } from './recorded-lists.ts';

/** What a damaged field may not become, since it could not be stored or shown as it is. */
function expectStorable(value: unknown): void {
  if (typeof value === 'string') {
    expect(value).not.toMatch(/[\0\p{Surrogate}]/u);
  } else if (typeof value === 'number') {
    expect(Number.isSafeInteger(value)).toBe(true);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) {
      expectStorable(inner);
    }
  }
}

/** The first rows, those that are null, and nothing that no parser looks at: bodies of up to 2 MB. */
function small(body: unknown): unknown {
  const text = JSON.stringify(body, (key, value: unknown) => {
    const isUnread = key === 'available_markets' || key === 'chapters' || key === 'copyrights';
    const isRows = key === 'items' && Array.isArray(value);
    return isUnread ? undefined : isRows ? value.filter(isKept) : value;
  });
  const copy: unknown = JSON.parse(text);
  return copy;
}

/** What a row is known by; everything else of it may be missing or wrong (facts §2). */
const ESSENTIAL = new Set(['uri', 'id', 'type', 'name']);
const HOLDS_THE_ITEM = new Set(['item', 'track', 'album', 'show', 'episode']);

/** Removes or replaces all that a row could do without. */
function spoil(row: unknown, values: Iterator<unknown>, isRemoved: boolean): void {
  if (typeof row !== 'object' || row === null) {
    return;
  }
  const isItem = 'uri' in row;
  for (const [key, value] of Object.entries(row)) {
    if (!isItem && HOLDS_THE_ITEM.has(key)) {
      spoil(value, values, isRemoved);
    } else if (!ESSENTIAL.has(key)) {
      if (isRemoved) {
        Reflect.deleteProperty(row, key);
      } else {
        Reflect.set(row, key, values.next().value);
      }
    }
  }
}

function identity(entry: unknown): unknown {
  const { id, item, uri } = z
    .object({
      id: z.string().optional(),
      uri: z.string().optional(),
      item: z.object({ uri: z.string(), name: z.string() }).nullish(),
    })
    .parse(entry);
  return { id, uri, item };
}

const isKept = (row: unknown, index: number) => index < 8 || row === null;

describe.skipIf(!hasRecordedPayloads)('a recorded body that is damaged', () => {
  it.each(RECORDED_LISTS)(
    '$name never throws, and no row is lost uncounted',
    ({ name, parse, rows }) => {
      const body = small(recorded(name));
      let pages = 0;
      fc.assert(
        fc.property(damages, (all) => {
          const changed = damaged(body, all);
          const page = parse(changed);
          if (page === null) {
            return;
          }
          expectStorable(page);
          if (page.next === 0) {
            // An embedded page that cannot be trusted counts as not read, and never as empty.
            expect(page).toMatchObject({ entries: [], dropped: 0 });
            return;
          }
          expect(page.entries.length + page.dropped).toBe(rows(changed)?.length);
          expect(page.entries).not.toContain(null);
          pages += 1;
        }),
        { numRuns: 300 },
      );
      expect(pages).toBeGreaterThan(30);
    },
  );

  it.each(RECORDED_LISTS)('$name loses no row by a field that no row needs', (list) => {
    const body = small(recorded(list.name));
    const shown = list.parse(body)?.entries ?? [];
    fc.assert(
      fc.property(fc.infiniteStream(junk), fc.boolean(), (values, isRemoved) => {
        const changed = structuredClone(body);
        for (const row of list.rows(changed) ?? []) {
          spoil(row, values, isRemoved);
        }
        const page = list.parse(changed);
        expect(page?.dropped).toBe(0);
        expect(page?.entries.map(identity)).toEqual(shown.map(identity));
      }),
      { numRuns: 60 },
    );
  });

  it.each(RECORDED_LISTS)('$name leaves out and counts just the rows that are none', (list) => {
    const body = small(recorded(list.name));
    const noRow = fc.constantFrom('', 'row', 7, true, [], {}, { uri: 5 }, { item: {}, track: [] });
    fc.assert(
      fc.property(fc.array(fc.option(noRow), { minLength: 7, maxLength: 7 }), (instead) => {
        const changed = structuredClone(body);
        const rows = list.rows(changed) ?? [];
        const good = list.parse(changed)?.entries ?? [];
        const lost = instead.slice(0, rows.length).map((row) => row !== null);
        for (const [index, row] of instead.slice(0, rows.length).entries()) {
          Object.assign(rows, row === null ? {} : { [index]: row });
        }
        const page = list.parse(changed);
        expect(page?.dropped).toBe(lost.filter(Boolean).length);
        expect(page?.entries).toEqual(good.filter((_, index) => lost[index] !== true));
      }),
      { numRuns: 30 },
    );
  });

  it.each(RECORDED_OBJECTS)('$name never throws, and is what was asked for', ({ name, kind }) => {
    const body = small(recorded(name));
    const { id } = z.object({ id: z.string() }).parse(body);
    let taken = 0;
    fc.assert(
      fc.property(damages, (all) => {
        const item = parseItemAskedFor(damaged(body, all), kind, id);
        if (item !== null) {
          expectStorable(item);
          expect(item.kind).toBe(kind);
          expect(item.uri.endsWith(`:${id}`)).toBe(true);
          taken += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('of the profile never throws, and names somebody or nobody', () => {
    const body = recorded('current_user');
    fc.assert(
      fc.property(damages, (all) => {
        const profile = parseProfile(damaged(body, all));
        expectStorable(profile);
        expect(profile === null || profile.accountKey !== '').toBe(true);
      }),
    );
  });

  it('of what the library contains answers for as many as were asked', () => {
    fc.assert(
      fc.property(damages, (all) => {
        const answers = parseBooleans(damaged(recorded('library_contains'), all), 2);
        expect(answers?.length ?? 2).toBe(2);
      }),
    );
  });
});

it('anything at all is taken or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      for (const { parse } of RECORDED_LISTS) {
        parse(body);
      }
      for (const { kind } of RECORDED_OBJECTS) {
        parseItemAskedFor(body, kind, 'id');
      }
      parseArtistRelease(body);
      parseBooleans(body, 1);
      parseProfile(body);
    }),
  );
});
