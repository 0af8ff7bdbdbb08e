import { expect, it } from 'vitest';
import {
  inScope,
  isFiltered,
  rowsScopeOf,
  shownFilter,
  shownSort,
  unfiltered,
} from '../../../../../renderer/pages/library/library-scopes.ts';
import { pressedSort } from '../../../../../renderer/pages/library/pressed-sort.ts';
import { LIBRARY, LIBRARY_SCOPES } from '../../../../../renderer/state/routes/library-route.ts';
import type { RowsSort } from '../../../../../shared/library-rows.ts';

const up = (by: RowsSort['by']): RowsSort => ({ by, direction: 'ascending' });
const down = (by: RowsSort['by']): RowsSort => ({ by, direction: 'descending' });

it('every part of the library asks for its own rows', () => {
  expect(LIBRARY_SCOPES.map(rowsScopeOf)).toEqual([
    { kind: 'everything' },
    { kind: 'gone' },
    { kind: 'collection', collection: 'saved-tracks' },
    { kind: 'collection', collection: 'saved-albums' },
    { kind: 'collection', collection: 'followed-artists' },
    { kind: 'collection', collection: 'saved-shows' },
    { kind: 'collection', collection: 'saved-episodes' },
    { kind: 'collection', collection: 'saved-audiobooks' },
  ]);
});

it('everything comes with the latest first, a list as it stands, and another order as asked', () => {
  expect(shownSort(LIBRARY)).toEqual(down('added'));
  expect(shownSort({ ...LIBRARY, scope: 'saved-tracks' })).toEqual(up('position'));
  expect(shownSort({ ...LIBRARY, sort: up('name') })).toEqual(up('name'));
});

it.each<[RowsSort, RowsSort['by'], RowsSort]>([
  [up('position'), 'name', up('name')],
  [up('name'), 'name', down('name')],
  [down('name'), 'name', up('artist')],
  [up('artist'), 'artist', down('artist')],
  [down('artist'), 'artist', up('position')],
  [up('position'), 'added', down('added')],
  [down('added'), 'added', up('added')],
  [up('added'), 'added', up('position')],
  [up('name'), 'duration', down('duration')],
])('of songs in the order %o a press on "%s" leads to %o', (sort, by, next) => {
  expect(pressedSort('saved-tracks', sort, by)).toEqual(next);
});

it('artists have no artists to be ordered by', () => {
  expect(pressedSort('followed-artists', down('name'), 'name')).toEqual(up('position'));
});

it('a part that cannot be filtered so shows all its rows, whatever the address says', () => {
  const asked = { ...LIBRARY, text: 'x', onlyUnavailable: true, onlyDuplicates: true };
  const shown = (scope: (typeof LIBRARY_SCOPES)[number]) => shownFilter({ ...asked, scope });
  expect(shown('everything')).toMatchObject({ onlyUnavailable: true, onlyDuplicates: true });
  expect(shown('saved-tracks')).toMatchObject({ onlyUnavailable: true, onlyDuplicates: false });
  expect(shown('gone')).toMatchObject({ onlyUnavailable: false, onlyDuplicates: false, text: 'x' });
});

it('another part keeps what is searched for and begins in its own order', () => {
  const from = {
    ...LIBRARY,
    text: 'x',
    sort: up('name'),
    onlyUnavailable: true,
    onlyDuplicates: true,
    item: 'spotify:track:1',
  };
  expect(inScope(from, 'gone')).toEqual({ ...LIBRARY, scope: 'gone', text: 'x' });
  expect(inScope(from, 'saved-tracks')).toEqual({
    ...LIBRARY,
    scope: 'saved-tracks',
    text: 'x',
    onlyUnavailable: true,
  });
  expect(unfiltered(from)).toEqual({ ...LIBRARY, sort: up('name') });
});

it('spaces alone are no search', () => {
  expect(isFiltered(shownFilter({ ...LIBRARY, text: '  ' }))).toBe(false);
  expect(isFiltered(shownFilter({ ...LIBRARY, text: ' a' }))).toBe(true);
});
