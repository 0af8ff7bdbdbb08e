import type { ListKey } from './truth.ts';

/** A check came to its end undisturbed: what these lists were then must be known for ever. */
export interface Sighting {
  readonly atMs: number;
  readonly keys: readonly ListKey[];
}
