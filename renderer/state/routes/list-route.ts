import type { DifferenceKind, HistoryMoment } from '../../../shared/history.ts';
import { address, asId } from './address.ts';

/** One list, a playlist or a collection: as it stood at a time, or what differs between two. */
export type ListRoute = {
  readonly page: 'list';
  readonly listId: number;
  /** The item whose story is open. */
  readonly item: string | null;
} & (
  | {
      readonly view: 'state';
      /** Null: as it was last seen. */
      readonly at: HistoryMoment | null;
    }
  | {
      readonly view: 'compare';
      /** Null: the observation before the last one. */
      readonly from: HistoryMoment | null;
      /** Null: as it was last seen. */
      readonly to: HistoryMoment | null;
      /** Left out where every kind of difference is shown. */
      readonly only?: DifferenceKind;
    }
);

const DIFFERENCES: readonly DifferenceKind[] = ['removed', 'added', 'moved', 'restated'];

/** Null where the address names no list. */
export function readListRoute(detail: string, query: URLSearchParams): ListRoute | null {
  const listId = asId(detail);
  if (listId === null) return null;
  const list = { page: 'list', listId, item: query.get('item') } as const;
  if (!query.has('compare')) return { ...list, view: 'state', at: momentIn(query, 'at') };
  const only = DIFFERENCES.find((kind) => kind === query.get('only'));
  return {
    ...list,
    view: 'compare',
    from: momentIn(query, 'from'),
    to: momentIn(query, 'to'),
    ...(only === undefined ? {} : { only }),
  };
}

export function listAddress(route: ListRoute): string {
  const { item } = route;
  return address(
    `list/${route.listId}`,
    route.view === 'state'
      ? { at: spelled(route.at), item }
      : {
          compare: true,
          from: spelled(route.from),
          to: spelled(route.to),
          only: route.only ?? null,
          item,
        },
  );
}

/** `o12`: observation 12; `t1700000000000`: that time, in milliseconds since 1970. */
function momentIn(query: URLSearchParams, name: string): HistoryMoment | null {
  const text = query.get(name) ?? '';
  const id = text.startsWith('o') ? asId(text.slice(1)) : null;
  if (id !== null) return { kind: 'observation', id };
  return /^t\d{1,15}$/.test(text) ? { kind: 'time', atMs: Number(text.slice(1)) } : null;
}

function spelled(moment: HistoryMoment | null): string | null {
  if (moment === null) return null;
  return moment.kind === 'observation' ? `o${moment.id}` : `t${Math.round(moment.atMs)}`;
}
