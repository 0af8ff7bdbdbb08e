import type { ChangeFilter } from '../../shared/change.ts';

export type { ChangeFilter };

// The list in shared/change.ts is a runtime schema, and those stay out of the window's bundle. The
// record makes a filter that is missing here a compile error.
const ORDER: Readonly<Record<ChangeFilter, number>> = {
  all: 0,
  added: 1,
  removed: 2,
  unavailable: 3,
  renamed: 4,
  playlists: 5,
};

export const FILTERS: readonly ChangeFilter[] = (Object.keys(ORDER) as ChangeFilter[]).sort(
  (left, right) => ORDER[left] - ORDER[right],
);
