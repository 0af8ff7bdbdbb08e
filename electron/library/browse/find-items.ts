import type { SearchIndex } from '../../storage/search-index.ts';
import { itemWords } from '../../storage/search-terms.ts';
import { isFound, typedWords } from '../../storage/search-words.ts';

const ITEMS_A_PIECE = 500;

/**
 * Ids of the items that are found by what was typed, in no order; null: nothing was asked for. What
 * the index does not know yet is looked through word by word, so nothing is missed meanwhile.
 */
export async function findItems(
  index: SearchIndex,
  accountId: number,
  typed: string,
  yieldToEventLoop: () => Promise<void>,
): Promise<readonly number[] | null> {
  const words = typedWords(typed);
  if (words.length === 0) {
    return null;
  }
  const looked = new Set<number>();
  const found: number[] = [];
  for (let after = 0; ; ) {
    const piece = index.pending(accountId, after, ITEMS_A_PIECE);
    for (const item of piece) {
      looked.add(item.id);
      if (isFound(itemWords(item), words)) {
        found.push(item.id);
      }
    }
    after = piece.at(-1)?.id ?? after;
    if (piece.length < ITEMS_A_PIECE) {
      break;
    }
    await yieldToEventLoop();
  }
  // Asked last: what the index took in meanwhile is found here or there.
  const indexed = index.find(accountId, typed) ?? [];
  return [...found, ...indexed.filter((id) => !looked.has(id))];
}
