import type { Change } from './change.ts';

/** Where the window tells more of a change: its item's story, or else its list through time. */
export function changeAddress(change: Change): `#/${string}` {
  if ('item' in change && change.item.uri !== '') {
    return `#/changes?${new URLSearchParams({ item: change.item.uri }).toString()}`;
  }
  const { list, observedAfterMs, observedBeforeMs } = change;
  return change.kind === 'items-moved'
    ? `#/list/${list.id}?compare&from=t${Math.round(observedAfterMs)}&to=t${Math.round(observedBeforeMs)}`
    : `#/list/${list.id}`;
}
