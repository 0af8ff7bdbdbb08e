import type { HistoricList } from '../../../shared/history.ts';
import type { HistoryItems, ItemSpan } from '../../storage/history-items.ts';
import { arrivalsAndDepartures, type Step } from './item-timeline.ts';

/** When playlists came to the user's library and left it: they are rows of the list of playlists. */
export class ListedPlaylists {
  readonly #items: HistoryItems;

  constructor(items: HistoryItems) {
    this.#items = items;
  }

  /** Oldest first; none for lists that every account has. */
  steps(accountId: number, list: Pick<HistoricList, 'kind' | 'uri'>): Step[] {
    return arrivalsAndDepartures(this.#spans(accountId, list));
  }

  /** Whether a list was in the library at a time. */
  isListed(accountId: number, list: Pick<HistoricList, 'kind' | 'uri'>, atMs: number): boolean {
    const spans = this.#spans(accountId, list);
    // Before the list of playlists was first read whole there are only playlists that are listed.
    return (
      spans.length === 0 ||
      spans.some(
        ({ list: { id }, fromRevision, toRevision }) =>
          this.#seenMs(id, fromRevision) <= atMs &&
          (toRevision === null || this.#seenMs(id, toRevision) > atMs),
      )
    );
  }

  #seenMs(listId: number, revision: number): number {
    return this.#items.window(listId, revision)?.observedBeforeMs ?? 0;
  }

  #spans(accountId: number, list: Pick<HistoricList, 'kind' | 'uri'>): ItemSpan[] {
    const playlist =
      list.kind === 'playlist' && list.uri !== null ? this.#items.find(accountId, list.uri) : null;
    return playlist === null
      ? []
      : this.#items.spans(playlist.id).filter((span) => span.list.kind === 'playlists');
  }
}
