import fc from 'fast-check';
import {
  type PlainRow,
  type ShownRow,
  WrittenHistory,
} from '../../../../../harness/written-history.ts';

const MINUTE_MS = 60_000;

type Deed =
  | { readonly kind: 'add' | 'again' | 'twin' | 'remove' | 'hide' | 'show'; readonly at: number }
  | { readonly kind: 'add-hidden'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number; readonly length: number }
  | { readonly kind: 'reverse' | 'empty' | 'nothing' };

const at = fc.nat({ max: 30 });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add', 'again', 'twin', 'remove', 'hide', 'show', 'add-hidden'),
    at,
  }),
  fc.record({
    kind: fc.constant('move' as const),
    at,
    to: at,
    length: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constantFrom('reverse', 'empty', 'nothing') }),
);
/** What happens to either of two lists before each look. */
export const anyLife = fc.array(
  fc.record({ list: fc.nat({ max: 1 }), deeds: fc.array(anyDeed, { maxLength: 6 }) }),
  { minLength: 1, maxLength: 8 },
);

interface ModelRow {
  readonly uri: string;
  readonly addedAtMs: number;
  readonly addedBy: string;
  isHidden: boolean;
  /** It was shown with its name: from then on the name is kept. */
  isNamed: boolean;
}

/** A list as the user has it. */
class ModelList {
  rows: ModelRow[] = [];
  #made = 0;
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
    for (let count = 0; count < 8; count += 1) {
      this.do({ kind: 'add', at: count });
    }
  }

  do(deed: Deed): void {
    switch (deed.kind) {
      case 'add':
      case 'add-hidden':
        this.#insert(deed.at, this.#newRow(`${this.#prefix}${this.#made}`, deed.kind !== 'add'));
        return;
      case 'again':
      case 'twin': {
        const row = this.rows[deed.at % Math.max(1, this.rows.length)];
        if (row?.isNamed && !row.isHidden) {
          const again = this.#newRow(row.uri, false);
          this.#insert(deed.at * 7, deed.kind === 'twin' ? { ...row } : again);
        }
        return;
      }
      case 'remove':
        this.rows.splice(deed.at % Math.max(1, this.rows.length), 1);
        return;
      case 'hide':
      case 'show': {
        const row = this.rows[deed.at % Math.max(1, this.rows.length)];
        // Which of two rows of the same date a gap stands for, nobody can tell; and an item that left
        // the catalogue is a gap wherever it stands.
        const alike = this.rows.filter(
          ({ addedAtMs, uri }) => addedAtMs === row?.addedAtMs || uri === row?.uri,
        );
        if (row !== undefined && alike.length === 1) {
          row.isHidden = deed.kind === 'hide';
        }
        return;
      }
      case 'move':
        for (const row of this.rows.splice(deed.at % (this.rows.length + 1), deed.length)) {
          this.#insert(deed.to, row);
        }
        return;
      case 'reverse':
        this.rows.reverse();
        return;
      case 'empty':
        this.rows = [];
        return;
      case 'nothing':
        return;
    }
  }

  /** What Spotify shows now; what the history says of it from now on. */
  look(): { readonly shown: ShownRow[]; readonly kept: PlainRow[] } {
    const seen = this.rows.map((row) => {
      row.isNamed ||= !row.isHidden;
      const { addedAtMs, addedBy } = row;
      return {
        shown: { uri: row.isHidden ? null : row.uri, addedAtMs, addedBy },
        kept: { uri: row.isNamed ? row.uri : null, addedAtMs, addedBy },
      };
    });
    return { shown: seen.map(({ shown }) => shown), kept: seen.map(({ kept }) => kept) };
  }

  #newRow(uri: string, isHidden: boolean): ModelRow {
    this.#made += 1;
    const addedBy = this.#made % 3 === 0 ? 'friend' : 'me';
    return { uri, addedAtMs: 1_000_000 + this.#made, addedBy, isHidden, isNamed: false };
  }

  #insert(position: number, row: ModelRow): void {
    this.rows.splice(position % (this.rows.length + 1), 0, row);
  }
}
export type Life = typeof anyLife extends fc.Arbitrary<infer T> ? T : never;

export interface Observed {
  readonly listId: number;
  readonly atMs: number;
  readonly rows: PlainRow[];
}

/** Two lists that live, each looked at in turn; what the history has to say of every look. */
export async function live(life: Life) {
  const written = new WrittenHistory();
  const lists = [
    { model: new ModelList('spotify:track:s'), listId: written.savedTracks() },
    { model: new ModelList('spotify:track:p'), listId: written.playlist('p1', 'One') },
  ];
  const observed: Observed[] = [];
  const look = async (): Promise<void> => {
    for (const { model, listId } of lists) {
      await written.clock.advance(MINUTE_MS);
      const { shown, kept } = model.look();
      await written.show(listId, shown);
      observed.push({ listId, atMs: written.clock.nowMs(), rows: kept });
    }
  };
  await look();
  for (const { list, deeds } of life) {
    for (const deed of deeds) {
      lists[list]?.model.do(deed);
    }
    await look();
  }
  return { written, observed, lists };
}
