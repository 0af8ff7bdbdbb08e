import { expect, it } from 'vitest';
import { countedCollections } from '../../../../../renderer/pages/overview/counted-collections.ts';

it('every collection with something in it is counted by name, the saved tracks apart', () => {
  expect(
    countedCollections([
      { kind: 'saved-tracks', state: 'watched', items: 10_412 },
      { kind: 'saved-albums', state: 'watched', items: 512 },
      { kind: 'saved-shows', state: 'not-read-yet', items: 0 },
      { kind: 'saved-episodes', state: 'watched', items: 0 },
      { kind: 'followed-artists', state: 'scope-missing', items: 300 },
    ]),
  ).toEqual([
    ['Saved albums', 512],
    ['Followed artists', 300],
  ]);
});
