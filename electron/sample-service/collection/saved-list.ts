import type { ItemRef } from '../catalogue/item-ref.ts';

/** One thing that is saved or followed. */
export interface SavedEntry {
  readonly ref: ItemRef;
  /** Null where the service never tells: audiobooks and artists (facts §2). */
  readonly addedAtMs: number | null;
}

export interface SavedListOptions {
  readonly entries: SavedEntry[];
  /** Makes something that is not saved yet; it may be asked again when it was. */
  readonly newRef: () => ItemRef;
  /** Where a new entry goes in the list as it stands without it. */
  readonly placeFor: (ref: ItemRef, entries: readonly SavedEntry[]) => number;
}

/** One of the user's collections, each thing once, in the order in which the service lists it. */
export class SavedList {
  readonly #options: SavedListOptions;

  constructor(options: SavedListOptions) {
    this.#options = options;
  }

  get entries(): readonly SavedEntry[] {
    return this.#options.entries;
  }

  has(ref: ItemRef): boolean {
    return this.#positionOf(ref) >= 0;
  }

  /** Saves it, or something new; what was saved before is saved anew. Returns what it was. */
  save(ref: ItemRef | null, addedAtMs: number | null): ItemRef {
    const { entries, placeFor } = this.#options;
    const chosen = ref ?? this.#unsaved();
    const position = this.#positionOf(chosen);
    if (position >= 0) {
      entries.splice(position, 1);
    }
    entries.splice(placeFor(chosen, entries), 0, { ref: chosen, addedAtMs });
    return chosen;
  }

  /** Whether it was there. */
  remove(ref: ItemRef): boolean {
    const position = this.#positionOf(ref);
    if (position >= 0) {
      this.#options.entries.splice(position, 1);
    }
    return position >= 0;
  }

  #positionOf(ref: ItemRef): number {
    return this.#options.entries.findIndex((entry) => entry.ref === ref);
  }

  #unsaved(): ItemRef {
    let ref = this.#options.newRef();
    while (this.has(ref)) {
      ref = this.#options.newRef();
    }
    return ref;
  }
}
