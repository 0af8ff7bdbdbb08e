import type { ItemEvent } from '../../../shared/history.ts';
import type { HistoricItem, HistoryItems, ItemSpan } from '../../storage/history-items.ts';
import { arrivalsAndDepartures, availabilityEvents, type Step } from './item-timeline.ts';
import type { ListedPlaylists } from './listed-playlists.ts';

/** Puts together what happened to single items, from every list that ever held them. */
export class ItemTimelines {
  readonly #items: HistoryItems;
  readonly #listed: ListedPlaylists;

  constructor(items: HistoryItems, listed: ListedPlaylists) {
    this.#items = items;
    this.#listed = listed;
  }

  /** Oldest first. */
  events(accountId: number, item: HistoricItem): ItemEvent[] {
    const spans = this.#items.spans(item.id);
    const own = arrivalsAndDepartures(spans).flatMap((step) => this.#ownEvent(step) ?? []);
    const lists = new Map(spans.map((span) => [span.list.id, span.list]));
    const ofLists = [...lists.values()].flatMap((list) =>
      this.#eventsOfList(
        accountId,
        list,
        spans.filter((span) => span.list.id === list.id),
      ),
    );
    const grey = availabilityEvents(this.#items.pastAvailabilities(item.id), {
      availability: item.availability,
      sinceMs: item.availabilitySinceMs,
    });
    return [...own, ...ofLists, ...grey].sort(
      (one, other) => one.observedBeforeMs - other.observedBeforeMs,
    );
  }

  #ownEvent({ kind, span, revision }: Step): ItemEvent | null {
    const { list, addedAtMs, addedBy } = span;
    if (kind === 'went') {
      const window = this.#items.window(list.id, revision);
      return window && { kind, list, ...window };
    }
    const window = this.#items.window(list.id, this.#items.sinceGap(list.id, revision, span));
    return window && { kind, list, ...window, addedAtMs, addedBy };
  }

  /** When the playlist itself left the library, or came back, while the item stood in it. */
  #eventsOfList(
    accountId: number,
    list: ItemSpan['list'],
    spans: readonly ItemSpan[],
  ): ItemEvent[] {
    return this.#listed.steps(accountId, list).flatMap(({ kind, span, revision }) => {
      // Revisions of all lists are numbered in the order in which they were written.
      const stoodThere = spans.some(
        ({ fromRevision, toRevision }) =>
          fromRevision < revision && (toRevision === null || toRevision > revision),
      );
      const window = stoodThere ? this.#items.window(span.list.id, revision) : null;
      return window === null ? [] : [{ kind: `list-${kind}` as const, list, ...window }];
    });
  }
}
