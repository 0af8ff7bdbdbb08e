import { expect, it } from 'vitest';
import { hashOfRoute, routeOfHash } from '../../../renderer/state/route.ts';
import { changeTarget } from '../../../renderer/state/routes/change-route.ts';
import { changeAddress } from '../../../shared/change-address.ts';
import { everyChange } from './texts/every-change.ts';

const CHANGES = everyChange({ item: 'Night Bus', artists: ['Mara Lind'], list: 'Late Night' });

it.each(CHANGES.map((change) => [change.kind, change] as const))(
  'leads to the page that a click on it in the window opens: %s',
  (_kind, change) => {
    const route = routeOfHash(changeAddress(change));
    const target = changeTarget(change);
    expect(route).toEqual(
      target.kind === 'list' ? target.route : { page: 'changes', filter: 'all', item: target.uri },
    );
    expect(hashOfRoute(route)).toBe(changeAddress(change));
  },
);

it('leads to the list where nobody knows any more which item it was', () => {
  const [added] = CHANGES;
  if (added?.kind !== 'item-added') throw new Error('The first is of an item.');
  expect(changeAddress({ ...added, item: { ...added.item, uri: '' } })).toBe('#/list/2');
});

it('survives an item whose address means something in ours', () => {
  const [added] = CHANGES;
  if (added?.kind !== 'item-added') throw new Error('The first is of an item.');
  const uri = 'spotify:local:A&B:c#d?e=f:%20:1';
  const route = routeOfHash(changeAddress({ ...added, item: { ...added.item, uri } }));
  expect(route).toEqual({ page: 'changes', filter: 'all', item: uri });
});
