import { expect, it } from 'vitest';
import { withoutItem } from '../../../../../renderer/state/routes/address.ts';
import { LIBRARY, libraryAddress } from '../../../../../renderer/state/routes/library-route.ts';

it('a page has the same place whether a story is open over it or not', () => {
  const pages = [
    LIBRARY,
    { ...LIBRARY, text: 'item=a&b', onlyUnavailable: true },
    { ...LIBRARY, scope: 'gone', sort: { by: 'name', direction: 'descending' } },
  ] as const;
  for (const page of pages) {
    const open = libraryAddress({ ...page, item: 'spotify:local:a:b?c&item=d:1' });
    expect(withoutItem(open)).toBe(libraryAddress(page));
    expect(withoutItem(libraryAddress(page))).toBe(libraryAddress(page));
  }
});
