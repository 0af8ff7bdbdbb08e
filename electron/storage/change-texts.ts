import { type ItemNaming, itemNamingSchema } from '../../shared/change.ts';
import type { ItemMetadata } from './items.ts';

/** What an item is called, as it is kept in `texts`. */
export function serializeNaming(naming: Pick<ItemMetadata, 'name' | 'artists' | 'album'>): string {
  const { name, artists, album } = naming;
  return JSON.stringify({ name, artists, album });
}

export function parseNaming(json: string): ItemNaming {
  return itemNamingSchema.parse(JSON.parse(json));
}

/** Something that is or is not so, as it is kept in `texts`. */
export function serializeYesNo(
  before: boolean,
  after: boolean,
): { readonly before: string; readonly after: string } {
  return { before: before ? 'yes' : 'no', after: after ? 'yes' : 'no' };
}

export function parseYesNo(word: string): boolean {
  return word === 'yes';
}
