import { expect, it } from 'vitest';
import { countedCollections } from '../../../../../renderer/pages/overview/counted-collections.ts';

it('every collection with something in it is counted by name, the saved tracks apart', () => {
  expect(
    countedCollections([
      { kind: 'saved-tracks', listId: 1, state: 'watched', items: 10_412 },
      { kind: 'saved-albums', listId: 2, state: 'watched', items: 512 },
      { kind: 'saved-shows', listId: 3, state: 'not-read-yet', items: 0 },
      { kind: 'saved-episodes', listId: 4, state: 'watched', items: 0 },
      { kind: 'followed-artists', listId: 5, state: 'scope-missing', items: 300 },
    ]),
  ).toEqual([
    ['Saved albums', 512],
    ['Followed artists', 300],
  ]);
});
