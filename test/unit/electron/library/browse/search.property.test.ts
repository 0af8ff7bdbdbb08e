import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ItemMetadata } from '../../../../../electron/storage/items.ts';
import { Retention } from '../../../../../electron/storage/retention.ts';
import { itemWords } from '../../../../../electron/storage/search-terms.ts';
import { isFound, typedWords } from '../../../../../electron/storage/search-words.ts';
import { BrowsedLibrary } from '../../../../harness/browsed-library.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

const WORDS = [
  'Älpha',
  'beta',
  "don't",
  '新東京',
  '한국',
  '❤️',
  '!!!',
  'beo',
  'Ab',
  '12',
  'AC/DC',
  'x+y',
];
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((w) => w.join(' '));
const typed = fc.oneof(
  fc
    .tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 5 }))
    .map(([w, n]) => w.slice(0, n)),
  fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
    .map(([a, b]) => `${a} ${b.slice(0, 2)}`),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    "' OR 1=1 --",
    '*',
    'NEAR(a b)',
    'a AND b',
    '\u0000',
    '\ud800',
    '東京',
    '京',
  ),
);

/** One thing that happens to the library, or to its index. */
type Deed =
  | { readonly kind: 'show'; readonly list: number; readonly uris: readonly number[] }
  | { readonly kind: 'rename'; readonly uri: number; readonly name: string }
  | { readonly kind: 'index'; readonly pieces: number }
  | { readonly kind: 'forget-history' }
  | { readonly kind: 'erase' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('show' as const),
      list: fc.nat(1),
      uris: fc.uniqueArray(fc.nat(30), { maxLength: 15 }),
    }),
  },
  fc.record({ kind: fc.constant('rename' as const), uri: fc.nat(30), name }),
  fc.record({ kind: fc.constant('index' as const), pieces: fc.nat(6) }),
  fc.record({ kind: fc.constant('forget-history' as const) }),
  fc.record({ kind: fc.constant('erase' as const) }),
);

class Life {
  readonly #names: string[];
  readonly written: WrittenHistory;
  readonly library: BrowsedLibrary;
  readonly #lists: readonly number[];

  constructor(names: readonly string[]) {
    this.#names = [...names];
    this.written = new WrittenHistory(undefined, 'me', undefined, (uri) => this.#describe(uri));
    this.library = new BrowsedLibrary(this.written);
    this.#lists = [this.written.savedTracks(), this.written.playlist('p', 'P')];
  }

  async live(deed: Deed): Promise<void> {
    const { clock, repositories, account } = this.written;
    await clock.advance(60_000);
    switch (deed.kind) {
      case 'show': {
        const rows = deed.uris.map((uri) => ({ uri: `${uri}`, addedAtMs: 1, addedBy: null }));
        await this.written.show(this.#lists[deed.list] ?? 0, rows);
        return;
      }
      case 'rename':
        this.#names[deed.uri] = deed.name;
        if (this.items().some(({ uri }) => uri === `${deed.uri}`)) {
          const seen = { ...this.#describe(`${deed.uri}`), availability: 'available' as const };
          repositories.items.see(account.id, seen, clock.nowMs());
        }
        return;
      case 'index':
        for (let piece = 0; piece < deed.pieces; piece += 1) {
          this.library.index.takeIn(4);
          this.library.index.merge(4);
        }
        return;
      case 'forget-history': {
        const deletion = new Retention(repositories.database).deleteBefore(
          account.id,
          clock.nowMs(),
          5,
        );
        while (deletion.next().done !== true);
        return;
      }
      case 'erase':
        for (const _ of this.library.index.erase(3, 8));
    }
  }

  /** Everything that the history holds, read without the index. */
  items(): { uri: string; name: string; words: readonly string[] }[] {
    const { repositories } = this.written;
    return repositories.database.all('SELECT id FROM items', (row) => {
      const item = repositories.items.get(Number(row.id));
      return item === null
        ? { uri: '', name: '', words: [] }
        : { uri: item.uri, name: item.name, words: itemWords(item) };
    });
  }

  async expectFound(text: string): Promise<void> {
    const words = typedWords(text);
    const expected = this.items().filter((item) => words.length > 0 && isFound(item.words, words));
    const { items } = await this.library.reader.search({ text, count: 200 });
    expect(items.rows.map(({ item }) => item.uri).toSorted()).toEqual(
      expected.map(({ uri }) => uri).toSorted(),
    );
    expect(items.total).toBe(expected.length);
  }

  #describe(uri: string): ItemMetadata {
    const number = Number(uri);
    return {
      uri,
      kind: 'track',
      name: this.#names[number] ?? 'nothing',
      artists: [this.#names[(number + 1) % this.#names.length] ?? ''],
      album: number % 3 === 0 ? null : (this.#names[(number + 2) % this.#names.length] ?? ''),
      durationMs: 1,
      isrc: null,
      imageUrl: null,
    };
  }
}

it('finds what a look at every item finds, whatever happened and however far the index is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(name, { minLength: 31, maxLength: 31 }),
      fc.array(fc.tuple(deed, typed), { minLength: 3, maxLength: 16 }),
      async (names, life) => {
        const library = new Life(names);
        for (const [what, text] of life) {
          await library.live(what);
          await library.expectFound(text);
        }
        await library.library.indexer.wake();
        expect(library.library.index.pending(library.written.account.id, 0, 10)).toEqual([]);
        for (const [, text] of life) {
          await library.expectFound(text);
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('finds everything while the index is written between two pieces of the looking', async () => {
  const names = Array.from({ length: 1_200 }, (_, index) => `Name ${index} alpha`);
  const life = new Life(names);
  await life.live({ kind: 'show', list: 0, uris: [...names.keys()] });
  life.library.onPause = () => void life.library.index.takeIn(400);
  const { items } = await life.library.reader.search({ text: 'alp', count: 1 });
  expect(items.total).toBe(1_200);
});
