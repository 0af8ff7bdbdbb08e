import type { ItemRef } from '../catalogue/item-ref.ts';
import { snapshotIdOf } from './snapshot-id.ts';

export interface Entry {
  readonly ref: ItemRef;
  readonly addedAtMs: number | null;
  readonly addedBy: string | null;
}

export interface PlaylistDetails {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isPublic: boolean;
  readonly collaborative: boolean;
}

/** One playlist as it is now. Every change of what a user made moves its snapshot. */
export class PlaylistState {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isPublic: boolean;
  readonly collaborative: boolean;
  readonly #entries: Entry[];
  #name: string;
  #description: string;
  #revision: number;

  constructor(details: PlaylistDetails, entries: Entry[]) {
    this.id = details.id;
    this.ownerId = details.ownerId;
    this.ownerName = details.ownerName;
    this.isPublic = details.isPublic;
    this.collaborative = details.collaborative;
    this.#name = details.name;
    this.#description = details.description;
    this.#entries = entries;
    this.#revision = 1 + entries.length;
  }

  get name(): string {
    return this.#name;
  }

  get description(): string {
    return this.#description;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get snapshotId(): string {
    return snapshotIdOf(this.id, this.#revision);
  }

  rename(name: string): void {
    this.#name = name;
    this.#revision += 1;
  }

  describe(description: string): void {
    this.#description = description;
    this.#revision += 1;
  }

  /** Everything about it at once. */
  replace(name: string, description: string, entries: readonly Entry[]): void {
    this.#name = name;
    this.#description = description;
    this.#entries.length = 0;
    for (const entry of entries) {
      this.#entries.push(entry);
    }
    this.#revision += 1;
  }

  insert(entries: readonly Entry[], position = this.#entries.length): void {
    checkRange(position, 0, this.#entries.length);
    this.#entries.splice(position, 0, ...entries);
    this.#revision += 1;
  }

  remove(position: number, count: number): void {
    checkRange(position, 0, this.#entries.length - count);
    this.#entries.splice(position, count);
    this.#revision += 1;
  }

  move(from: number, to: number, count: number): void {
    checkRange(from, 0, this.#entries.length - count);
    checkRange(to, 0, this.#entries.length - count);
    this.#entries.splice(to, 0, ...this.#entries.splice(from, count));
    this.#revision += 1;
  }
}

function checkRange(position: number, least: number, most: number): void {
  if (!Number.isInteger(position) || position < least || position > most) {
    throw new RangeError(`Position ${position} is not within ${least} and ${most}`);
  }
}
