import type { ListEntry } from '../spotify/catalogue.ts';
import { serializeNaming } from '../storage/change-texts.ts';
import type { ItemMetadata, SeenItem } from '../storage/items.ts';
import type { StoredList } from '../storage/lists.ts';
import type { StagedEntry } from '../storage/staging.ts';
import type { PassContext } from './pass-context.ts';
import { isRenamed } from './renaming.ts';
import { lastSeen } from './take-availability.ts';

/**
 * Takes over what a page says about its items, and answers its rows by item id. What a page shows of
 * an item is true whether or not the list turns out whole, so a new name is told at once. Belongs
 * into a transaction.
 */
export function seeEntries(
  context: PassContext,
  list: StoredList,
  entries: readonly ListEntry[],
  askedAtMs: number,
): StagedEntry[] {
  const { repositories, account } = context;
  const renamed: {
    readonly entry: ListEntry;
    readonly id: number;
    readonly before: ItemMetadata;
  }[] = [];
  const rows = entries.map((entry): StagedEntry => {
    const { item, addedAtMs, addedBy } = entry;
    if (item === null) {
      return { itemId: null, availability: 'missing', addedAtMs, addedBy };
    }
    const { id, before } = repositories.items.sight(account.id, item, askedAtMs);
    if (before !== null && isRenamed(before, asSeen(item, before))) {
      renamed.push({ entry, id, before });
    }
    return { itemId: id, availability: item.availability, addedAtMs, addedBy };
  });
  if (renamed.length > 0 && account.baselineAtMs !== null) {
    tellNames(context, list, renamed, askedAtMs);
  }
  return rows;
}

/** An audiobook that stands among the shows is still one. */
function asSeen(item: SeenItem, before: ItemMetadata): ItemMetadata {
  const isOtherSide = item.kind === 'show' && before.kind === 'audiobook';
  return isOtherSide ? { ...before, name: item.name } : item;
}

function tellNames(
  context: PassContext,
  list: StoredList,
  renamed: readonly {
    readonly entry: ListEntry;
    readonly id: number;
    readonly before: ItemMetadata;
  }[],
  askedAtMs: number,
): void {
  const { repositories, account, clock } = context;
  const { changes, items, passes } = repositories;
  const beforeMs = Math.max(clock.nowMs(), askedAtMs);
  for (const { entry, id, before } of renamed) {
    const now = items.get(id) ?? before;
    changes.add(account.id, {
      listId: list.id,
      listName: list.name,
      kind: 'item-renamed',
      observedAfterMs: lastSeen(context, id, beforeMs),
      observedBeforeMs: beforeMs,
      item: { itemId: id, addedBy: entry.addedBy, addedAtMs: entry.addedAtMs },
      texts: { before: serializeNaming(before), after: serializeNaming(now) },
    });
  }
  changes.publish(account.id);
  passes.count(account.id, { changes: renamed.length });
}
