import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Page } from '../../../../../electron/spotify/catalogue.ts';
import { classifyResponse } from '../../../../../electron/spotify/classify-response.ts';
import { parseListEntry } from '../../../../../electron/spotify/schemas/list-entry.ts';
import { parsePage } from '../../../../../electron/spotify/schemas/page.ts';
import {
  parsePlaylistSummary,
  parsePlaylistWithItems,
} from '../../../../../electron/spotify/schemas/playlist.ts';
import { parseProfile } from '../../../../../electron/spotify/schemas/profile.ts';
import { hasRecordedPayloads, recorded, recordedText } from '../recorded-payloads.ts';

const rowsOf = z.object({ items: z.array(z.unknown()), total: z.number().int().nonnegative() });
const embeddedRowsOf = z
  .object({ items: rowsOf.optional(), tracks: rowsOf })
  .transform((body) => body.items ?? body.tracks);

const parseEntries = (body: unknown) => parsePage(body, 0, parseListEntry);
const parsePlaylists = (body: unknown) => parsePage(body, 0, parsePlaylistSummary);
const parseEmbedded = (body: unknown) => parsePlaylistWithItems(body)?.firstPage ?? null;

type ParsePage = (body: unknown) => Page<unknown> | null;

const LISTS: readonly [string, ParsePage, z.ZodType<{ items: unknown[]; total: number }>][] = [
  ['saved_tracks', parseEntries, rowsOf],
  ['playlist_items', parseEntries, rowsOf],
  ['playlist_1', parseEmbedded, embeddedRowsOf],
  ['playlist_2', parseEmbedded, embeddedRowsOf],
  ['playlist_3', parseEmbedded, embeddedRowsOf],
  ['current_user_playlist_1', parsePlaylists, rowsOf],
  ['current_user_playlist_2', parsePlaylists, rowsOf],
];

const JUNK: readonly unknown[] = [
  null,
  undefined,
  0,
  -1,
  1.5,
  '',
  'x',
  true,
  [],
  {},
  [null],
  'A'.repeat(99),
];

/** Changes one value somewhere in a body: removed, null, of another type, or nested differently. */
function mutate(body: unknown, picks: readonly number[], junk: unknown, remove: boolean): unknown {
  const copy: unknown = structuredClone(body);
  let parent: object | null = null;
  let key: string | null = null;
  let value: unknown = copy;
  for (const pick of picks) {
    if (typeof value !== 'object' || value === null) {
      break;
    }
    const keys = Object.keys(value);
    const next = keys[pick % Math.max(1, keys.length)];
    if (next === undefined) {
      break;
    }
    parent = value;
    key = next;
    value = Reflect.get(value, next);
  }
  if (parent === null || key === null) {
    return junk;
  }
  if (remove && !Array.isArray(parent)) {
    Reflect.deleteProperty(parent, key);
  } else {
    Reflect.set(parent, key, junk);
  }
  return copy;
}

const mutation = fc.record({
  picks: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }),
  junk: fc.constantFrom(...JUNK),
  remove: fc.boolean(),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

describe.skipIf(!hasRecordedPayloads)('a recorded body', () => {
  it.each(LISTS)('%s is taken without loss of a row', (name, parse, rawRows) => {
    const raw = rawRows.parse(recorded(name));
    const page = parse(recorded(name));
    expect(page?.entries).toHaveLength(raw.items.length);
    expect(page).toMatchObject({ total: raw.total, dropped: 0, offset: 0 });
    expect(page?.nextOffset).toBe(raw.items.length < raw.total ? raw.items.length : null);
  });

  it.each(['saved_tracks', 'playlist_items', 'playlist_1', 'playlist_2', 'playlist_3'])(
    '%s names every item, its artists and its date',
    (name) => {
      const body = recorded(name);
      const page = parseEmbedded(body) ?? parseEntries(body);
      for (const entry of page?.entries ?? []) {
        expect(entry.item?.name).not.toBe('');
        expect(entry.item?.uri).toMatch(/^spotify:(track|episode|local):/);
        expect(entry.item?.artists.length).toBeGreaterThan(0);
        expect(entry.item?.durationMs).toBeGreaterThan(0);
        expect(entry.addedAtMs).toBeGreaterThan(Date.UTC(2008, 0));
      }
    },
  );

  it('of a playlist holds the local file and the episode that are in it', () => {
    const kinds = (name: string) =>
      parseEmbedded(recorded(name)) === null
        ? []
        : (parsePlaylistWithItems(recorded(name))?.firstPage.entries ?? []).map(
            (entry) => entry.item?.kind,
          );
    expect(kinds('playlist_2')).toContain('local');
    expect(kinds('playlist_3')).toEqual(['track', 'track', 'episode']);
  });

  it('of the profile names the account', () => {
    expect(parseProfile(recorded('current_user'))).toMatchObject({
      accountKey: expect.stringMatching(/^\d+$/),
      country: 'NL',
    });
  });

  it.each([
    ['playlist_not_found', 404, { kind: 'not-found' }],
    ['rate_limit', 429, { kind: 'cool-down', cause: { reason: 'rate-limited' } }],
  ])('%s is understood', (name, status, expected) => {
    const answer = {
      kind: 'answer',
      status,
      headers: new Map(),
      body: recordedText(name),
    } as const;
    expect(classifyResponse(answer, 0)).toMatchObject(expected);
  });

  it.each(LISTS)(
    '%s with wrong fields never throws, and no row is lost uncounted',
    (name, parse, rawRows) => {
      const body = recorded(name);
      fc.assert(
        fc.property(mutations, (changes) => {
          const changed = changes.reduce<unknown>(
            (current, { junk, picks, remove }) => mutate(current, picks, junk, remove),
            body,
          );
          const page = parse(changed);
          const raw = rawRows.safeParse(changed);
          if (page?.nextOffset === 0) {
            // An embedded page that cannot be trusted counts as not read, and never as empty.
            expect(page.entries).toEqual([]);
          } else if (page !== null && raw.success) {
            expect(page.entries.length + page.dropped).toBe(raw.data.items.length);
            expect(page.total).toBe(raw.data.total);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('of the profile with wrong fields never throws', () => {
    const body = recorded('current_user');
    fc.assert(
      fc.property(mutation, ({ junk, picks, remove }) => {
        const profile = parseProfile(mutate(body, picks, junk, remove));
        expect(profile === null || profile.accountKey !== '').toBe(true);
      }),
    );
  });
});

it('anything at all is taken or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      parseEntries(body);
      parsePlaylists(body);
      parseEmbedded(body);
      parseProfile(body);
    }),
  );
});
