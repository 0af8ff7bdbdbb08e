import { CHANGE_KINDS, type Change, KINDS_OF_FILTER } from '../../../shared/change.ts';
import type {
  ChangedList,
  FeedPage,
  FeedQuery,
  FeedRow,
  FeedWindow,
} from '../../../shared/change-feed.ts';
import { ChangeGroups, type ChangePart, type CountedChanges } from '../../storage/change-groups.ts';
import type { Database } from '../../storage/sqlite.ts';
import type { DayStart } from '../changes-per-day.ts';
import { type FeedSlot, feedSlots, rowsOf } from './feed-slots.ts';
import { type FeedGroup, groupParts } from './group-parts.ts';

/** What is read in one go: a few milliseconds of work. */
const BLOCK_MS = 31 * 24 * 3_600_000;
/** How many of a closed group are named. */
const NAMED = 3;
/** Lists to choose from; who has more looks for one through its changes. */
const LISTS_OFFERED = 500;
/** The feed that is read, and what was read just before. */
const KEPT = 3;

export interface ChangeFeedReaderOptions {
  readonly database: Database;
  readonly dayStart: DayStart;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** The feed of changes by day and list, a window at a time. */
export class ChangeFeedReader {
  readonly #options: ChangeFeedReaderOptions;
  readonly #changes: ChangeGroups;
  /** The groups of a feed, for the windows that follow the first. */
  readonly #kept = new Map<string, Promise<readonly FeedGroup[]>>();
  /** Counts what makes groups out of date that no stamp tells of. */
  #epoch = 0;

  constructor(options: ChangeFeedReaderOptions) {
    this.#options = options;
    this.#changes = new ChangeGroups(options.database);
  }

  /** Something was marked as read. */
  forget(): void {
    this.#epoch += 1;
    this.#kept.clear();
  }

  async page(accountId: number, window: FeedWindow): Promise<FeedPage> {
    const { lastChangeId } = this.#changes.stamp(accountId);
    const throughId = Math.min(window.throughId ?? lastChangeId, lastChangeId);
    const counted = countedBy(accountId, window, throughId);
    const groups = await this.#groups(counted);
    const open = new Set(window.open);
    return {
      throughId,
      total: groups.reduce((total, group) => total + rowsOf(group, open), 0),
      changes: groups.reduce((total, { count }) => total + count, 0),
      arrived: throughId === lastChangeId ? 0 : this.#changes.countLater(counted),
      offset: window.offset,
      rows: this.#rows(counted, feedSlots(groups, open, window)),
    };
  }

  /** The lists in which something changed, the latest first. */
  async lists(accountId: number): Promise<ChangedList[]> {
    const { lastChangeId } = this.#changes.stamp(accountId);
    const everything = { filter: 'all', listId: null, unreadOnly: false } as const;
    const groups = await this.#groups(countedBy(accountId, everything, lastChangeId));
    const found = new Map<number, { count: number; newestId: number }>();
    for (const { listId, count, newestId } of groups.flatMap(({ parts }) => parts)) {
      const known = found.get(listId);
      found.set(listId, {
        count: (known?.count ?? 0) + count,
        newestId: Math.max(known?.newestId ?? 0, newestId),
      });
    }
    const latest = [...found.values()]
      .sort((one, other) => other.newestId - one.newestId)
      .slice(0, LISTS_OFFERED);
    const changes = this.#changes.byId(latest.map(({ newestId }) => newestId));
    return latest.flatMap(({ newestId, count }) => {
      const list = changes.get(newestId)?.list;
      return list === undefined ? [] : [{ list, count }];
    });
  }

  #rows(counted: CountedChanges, slots: readonly FeedSlot[]): FeedRow[] {
    const ids = this.#idsOfSlots(counted, slots);
    const changes = this.#changes.byId(ids.flat());
    return slots.flatMap((slot, index): FeedRow[] => {
      const shown = (ids[index] ?? []).flatMap((id) => changes.get(id) ?? []);
      const [newest] = shown;
      return newest === undefined ? [] : [rowOf(slot, newest, shown)];
    });
  }

  /** The changes that each slot shows. Neighbours of one part are asked for together. */
  #idsOfSlots(counted: CountedChanges, slots: readonly FeedSlot[]): number[][] {
    const ids: number[][] = [];
    while (ids.length < slots.length) {
      const slot = slots[ids.length];
      if (slot === undefined || slot.kind === 'group') {
        ids.push(slot === undefined ? [] : this.#named(counted, slot.group));
        continue;
      }
      let end = ids.length + 1;
      for (let next = slots[end]; next?.kind === 'change' && next.part === slot.part; ) {
        end += 1;
        next = slots[end];
      }
      const wanted = end - ids.length;
      const found = this.#changes.idsOf(counted, slot.part, slot.offset, wanted);
      for (let index = 0; index < wanted; index += 1) {
        ids.push(found.slice(index, index + 1));
      }
    }
    return ids;
  }

  #named(counted: CountedChanges, group: FeedGroup): number[] {
    const ids: number[] = [];
    for (const part of group.parts) {
      if (ids.length < NAMED) {
        ids.push(...this.#changes.idsOf(counted, part, 0, NAMED - ids.length));
      }
    }
    return ids;
  }

  #groups(counted: CountedChanges): Promise<readonly FeedGroup[]> {
    const { historyFromMs } = this.#changes.stamp(counted.accountId);
    const key = JSON.stringify([counted, historyFromMs, this.#epoch]);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      return known;
    }
    const groups = this.#read(counted);
    groups.catch(() => this.#kept.delete(key));
    this.#kept.set(key, groups);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) {
      this.#kept.delete(oldest);
    }
    return groups;
  }

  async #read(counted: CountedChanges): Promise<readonly FeedGroup[]> {
    const parts: ChangePart[] = [];
    let toMs = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const newestMs = this.#changes.newestBefore(counted.accountId, toMs);
      if (newestMs === null) {
        return groupParts(parts, this.#options.dayStart);
      }
      const fromMs = newestMs - BLOCK_MS;
      for (const part of this.#changes.parts(counted, fromMs, toMs)) {
        parts.push(part);
      }
      toMs = fromMs;
      await this.#options.yieldToEventLoop();
    }
  }
}

function countedBy(accountId: number, query: FeedQuery, throughId: number): CountedChanges {
  const { filter, listId, unreadOnly } = query;
  return {
    accountId,
    kinds: KINDS_OF_FILTER[filter] ?? CHANGE_KINDS,
    listId,
    unreadOnly,
    throughId,
  };
}

function rowOf(slot: FeedSlot, newest: Change, shown: readonly Change[]): FeedRow {
  const { group } = slot;
  const placed = { dayStartMs: group.dayStartMs, isOfPlaylists: group.isOfPlaylists };
  return slot.kind === 'change'
    ? { kind: 'change', ...placed, change: newest, isInGroup: slot.isInGroup }
    : {
        kind: 'group',
        ...placed,
        key: group.key,
        change: group.kind,
        list: newest.list,
        count: group.count,
        unread: group.unread,
        observedAfterMs: group.afterMs,
        observedBeforeMs: group.beforeMs,
        isOpen: slot.isOpen,
        newest: [...shown],
      };
}
