import { describe, expect, it } from 'vitest';
import { nextSort } from '../../../../../renderer/components/row-table/next-sort.ts';

const OWN = { by: 'position', direction: 'ascending' } as const;

describe('a press on the head of a column', () => {
  it.each([
    [OWN, 'name', { by: 'name', direction: 'ascending' }],
    [{ by: 'name', direction: 'ascending' }, 'name', { by: 'name', direction: 'descending' }],
    [{ by: 'name', direction: 'descending' }, 'name', OWN],
    [{ by: 'name', direction: 'ascending' }, 'added', { by: 'added', direction: 'descending' }],
    [{ by: 'added', direction: 'descending' }, 'added', { by: 'added', direction: 'ascending' }],
    [{ by: 'added', direction: 'ascending' }, 'added', OWN],
  ] as const)('turns %o by %s into %o', (sort, by, next) => {
    expect(nextSort<string>(sort, by, OWN, ['added'])).toEqual(next);
  });
});
