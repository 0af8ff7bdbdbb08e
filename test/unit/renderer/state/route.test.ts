import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../../../renderer/state/change-filters.ts';
import { hashOfRoute, routeOfHash } from '../../../../renderer/state/route.ts';
import { changeFilterSchema } from '../../../../shared/change.ts';

describe('the page in the address', () => {
  it.each([
    ['', { page: 'overview' }],
    ['#/', { page: 'overview' }],
    ['#/overview', { page: 'overview' }],
    ['#/changes', { page: 'changes', filter: 'all' }],
    ['#/changes/removed', { page: 'changes', filter: 'removed' }],
    ['#/changes/no-such-filter', { page: 'changes', filter: 'all' }],
    [
      '#/changes/removed?list=12&new',
      { page: 'changes', filter: 'removed', listId: 12, unreadOnly: true },
    ],
    ['#/changes?list=12', { page: 'changes', filter: 'all', listId: 12 }],
    ['#/changes?list=-1', { page: 'changes', filter: 'all' }],
    ['#/changes?list=1e9', { page: 'changes', filter: 'all' }],
    ['#/connection', { page: 'connection' }],
    ['#/connection/requests', { page: 'connection', section: 'requests' }],
    ['#/connection/internet', { page: 'connection' }],
    ['#/settings', { page: 'settings' }],
    ['#/settings/internet', { page: 'settings', section: 'internet' }],
    ['#/settings/__proto__', { page: 'settings' }],
    ['#/sign-in', { page: 'sign-in' }],
    ['#/__proto__', { page: 'overview' }],
    ['#javascript:alert(1)', { page: 'overview' }],
  ])('“%s” is read', (hash, route) => {
    expect(routeOfHash(hash)).toEqual(route);
  });

  it('leads back to the same page', () => {
    for (const filter of FILTERS) {
      const route = { page: 'changes', filter } as const;
      expect(routeOfHash(hashOfRoute(route))).toEqual(route);
    }
    for (const page of ['connection', 'settings', 'sign-in'] as const) {
      expect(routeOfHash(hashOfRoute({ page }))).toEqual({ page });
    }
  });

  it('leads back to the same section', () => {
    for (const hash of ['#/connection/requests', '#/settings/requests', '#/settings/internet']) {
      expect(hashOfRoute(routeOfHash(hash))).toBe(hash);
    }
  });

  it('knows every filter of the contract, in its order', () => {
    expect(FILTERS).toEqual(changeFilterSchema.options);
  });
});
