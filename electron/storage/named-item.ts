import type { ItemMetadata } from './items.ts';
import { integer, text, textList, textOrNull } from './row.ts';
import type { SqlRow } from './sqlite.ts';

/** What an item is called. */
export type ItemNames = Pick<ItemMetadata, 'name' | 'artists' | 'album'>;

export interface NamedItem extends ItemNames {
  readonly id: number;
}

/** Columns of `items` for `readNamed`. */
export const NAMES = 'id, name, artists, album';

export function readNamed(row: SqlRow): NamedItem {
  return {
    id: integer(row, 'id'),
    name: text(row, 'name'),
    artists: textList(row, 'artists'),
    album: textOrNull(row, 'album'),
  };
}
