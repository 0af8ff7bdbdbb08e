import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../../../renderer/state/change-filters.ts';
import { hashOfRoute, type Route, routeOfHash } from '../../../../renderer/state/route.ts';
import { LIBRARY, LIBRARY_SCOPES } from '../../../../renderer/state/routes/library-route.ts';
import { PLAYLISTS } from '../../../../renderer/state/routes/playlists-route.ts';
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
    [
      '#/changes?item=spotify%3Atrack%3A1',
      { page: 'changes', filter: 'all', item: 'spotify:track:1' },
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
    ['#/library', LIBRARY],
    ['#/library/no-such-list?sort=no-such-column', LIBRARY],
    [
      '#/library/saved-tracks?q=a%20%26%20b&sort=name&down&unavailable',
      {
        ...LIBRARY,
        scope: 'saved-tracks',
        text: 'a & b',
        sort: { by: 'name', direction: 'descending' },
        onlyUnavailable: true,
      },
    ],
    ['#/playlists', PLAYLISTS],
    ['#/playlists/gone', { ...PLAYLISTS, state: 'gone' }],
    ['#/list/12', { page: 'list', listId: 12, item: null, view: 'state', at: null }],
    [
      '#/list/12?compare&from=t1700000000000&to=o7',
      {
        page: 'list',
        listId: 12,
        item: null,
        view: 'compare',
        from: { kind: 'time', atMs: 1_700_000_000_000 },
        to: { kind: 'observation', id: 7 },
      },
    ],
    ['#/list/12?at=x7', { page: 'list', listId: 12, item: null, view: 'state', at: null }],
    ['#/list/none', { page: 'overview' }],
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

  it('leads back to the same list, whatever is searched, sorted and looked at', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const direction = fc.constantFrom('ascending', 'descending');
    const moment = fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('time'), atMs: fc.nat() }),
        fc.record({ kind: fc.constant('observation'), id: fc.integer({ min: 1, max: 1e9 }) }),
      ),
    );
    const item = fc.option(text.filter((uri) => uri !== ''));
    const listId = fc.integer({ min: 1, max: 1e9 });
    const library = fc.record({
      page: fc.constant('library'),
      scope: fc.constantFrom(...LIBRARY_SCOPES),
      text,
      sort: fc.record({ by: fc.constantFrom('position', 'name', 'added'), direction }),
      onlyUnavailable: fc.boolean(),
      onlyDuplicates: fc.boolean(),
      item,
    });
    const playlists = fc.record({
      page: fc.constant('playlists'),
      text,
      sort: fc.record({ by: fc.constantFrom('position', 'owner', 'changed'), direction }),
      state: fc.constantFrom('any', 'listed', 'gone'),
    });
    const list = fc.oneof(
      fc.record({
        page: fc.constant('list'),
        view: fc.constant('state'),
        listId,
        item,
        at: moment,
      }),
      fc.record({
        page: fc.constant('list'),
        view: fc.constant('compare'),
        listId,
        item,
        from: moment,
        to: moment,
      }),
    );
    fc.assert(
      fc.property(fc.oneof(library, playlists, list), (route) => {
        expect(routeOfHash(hashOfRoute(route as Route))).toEqual(route);
      }),
    );
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
