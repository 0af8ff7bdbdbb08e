import { assertNever } from '../../shared/assert-never.ts';
import type { AttentionKind, LibraryAttention } from '../../shared/attention.ts';
import type { Clock } from '../../shared/clock.ts';
import { Accounts } from '../storage/accounts.ts';
import { Attention } from '../storage/attention.ts';
import type { Database } from '../storage/sqlite.ts';
import type { LibraryHistory } from './history/library-history.ts';
import { historyEnd } from './history-end.ts';

/** How many of many are named. */
const NAMED = 3;

export interface AttentionReaderOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly history: Pick<LibraryHistory, 'timeline' | 'substitutes'>;
  readonly retentionMonths: () => number | null;
}

/** What of the library deserves the user's look, and has not been seen. */
export class AttentionReader {
  readonly #options: AttentionReaderOptions;
  readonly #attention: Attention;
  readonly #accounts: Accounts;

  constructor(options: AttentionReaderOptions) {
    this.#options = options;
    this.#attention = new Attention(options.database);
    this.#accounts = new Accounts(options.database);
  }

  async points(accountId: number): Promise<LibraryAttention[]> {
    const points: LibraryAttention[] = [];
    const unavailable = this.#attention.unavailableItems(accountId);
    if (unavailable.length > 0) {
      const items = await Promise.all(unavailable.slice(0, NAMED).map((uri) => this.#item(uri)));
      points.push({ kind: 'unavailable', count: unavailable.length, items: items.flat() });
    }
    const gone = this.#attention.gonePlaylists(accountId);
    if (gone.length > 0) {
      points.push({ kind: 'playlists-gone', count: gone.length, names: gone.slice(0, NAMED) });
    }
    this.#attention.forgetReadable(accountId);
    const refused = this.#attention.refusedLists(accountId);
    if (refused.length > 0) {
      const names = refused.slice(0, NAMED).map(({ name }) => name);
      points.push({ kind: 'lists-refused', count: refused.length, names });
    }
    const end = this.#historyEnd(accountId);
    if (end !== null && !this.#attention.isSeen(accountId, retentionPoint(end.months))) {
      points.push({ kind: 'history-ends', ...end });
    }
    return points;
  }

  /** The user has seen a point. */
  seen(accountId: number, kind: AttentionKind): void {
    switch (kind) {
      case 'unavailable':
        this.#attention.markRead(accountId, 'item-unavailable');
        return;
      case 'playlists-gone':
        this.#attention.markRead(accountId, 'playlist-gone');
        return;
      case 'lists-refused':
        for (const { id } of this.#attention.refusedLists(accountId)) {
          this.#attention.writeSeen(accountId, `refused ${id}`);
        }
        return;
      case 'history-ends': {
        const end = this.#historyEnd(accountId);
        if (end !== null) {
          this.#attention.writeSeen(accountId, retentionPoint(end.months));
        }
        return;
      }
      default:
        assertNever(kind);
    }
  }

  async #item(uri: string) {
    const { history } = this.#options;
    const timeline = await history.timeline({ uri, offset: 0, count: 0 });
    if (timeline === null) {
      return [];
    }
    const [substitute] = await history.substitutes(uri);
    return [{ item: timeline.item, substitute: substitute?.item ?? null }];
  }

  #historyEnd(accountId: number) {
    const baselineAtMs = this.#accounts.get(accountId)?.baselineAtMs ?? null;
    const months = this.#options.retentionMonths();
    return historyEnd(baselineAtMs, months, this.#options.clock.nowMs());
  }
}

/** Another number of months is another point. */
function retentionPoint(months: number): string {
  return `retention ${months}`;
}
