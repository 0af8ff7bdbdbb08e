import type { Change, ChangeKind, ListRef } from './change.ts';

/** Changes of one kind in one list that nobody was told of, or that stand on the desktop unread. */
export interface NewsGroup {
  readonly kind: ChangeKind;
  readonly list: Pick<ListRef, 'id' | 'kind' | 'name'>;
  /** Of `item-added`: the user added it, or it stands where nobody else can; false of all else. */
  readonly byUser: boolean;
  readonly count: number;
  /** How many of them are of tracks or local files. */
  readonly songs: number;
  /** How many of them nobody was told of. */
  readonly untold: number;
  readonly newestId: number;
  /** When the first of them was noticed. */
  readonly seenAtMs: number;
}

/** What is to be said of the changes of one account. */
export interface ChangeNews {
  readonly accountId: number;
  /** The newest change that there is; everything up to it counts as told once this was. */
  readonly throughId: number;
  /** Up to where everything had been told before. */
  readonly toldThroughId: number;
  /** Unread ones that deserve a notification, in the order in which they are named. */
  readonly groups: readonly NewsGroup[];
  /** The newest few of the first group. */
  readonly newest: readonly Change[];
}

/**
 * What disturbs the user, in the order in which it is named: first what vanished, which is what
 * people fear; then what others did, or what came back. The rest waits in the window: a new order, a
 * cover, a description or another spelling takes nothing away, and of what they saved, followed,
 * added or named themselves nobody needs to be told.
 */
export const KINDS_OF_NEWS = [
  'playlist-gone',
  'item-removed',
  'item-unavailable',
  'artist-unfollowed',
  'item-added',
  'item-available',
  'playlist-returned',
  'playlist-visibility',
  'playlist-collaborative',
] as const satisfies readonly ChangeKind[];
export type NewsKind = (typeof KINDS_OF_NEWS)[number];

/** Whether changes like these are a reason to disturb. */
export function deservesNotice({ kind, byUser }: Pick<NewsGroup, 'kind' | 'byUser'>): boolean {
  return KINDS_OF_NEWS.some((each) => each === kind) && !(kind === 'item-added' && byUser);
}

/** What deserves a notification, in the order in which it is named; the longest group first. */
export function orderedNews(groups: readonly NewsGroup[]): NewsGroup[] {
  const order: readonly ChangeKind[] = KINDS_OF_NEWS;
  const rank = ({ kind }: NewsGroup) => order.indexOf(kind);
  return groups
    .filter(deservesNotice)
    .toSorted((a, b) => rank(a) - rank(b) || b.count - a.count || b.newestId - a.newestId);
}
