import type { TableSort } from './row-table.tsx';

/**
 * What a press on a column's head asks for: that order, then the other way round, then the list's
 * own order again.
 *
 * @param own the order that the list has by itself
 * @param fallsFirst columns whose large values come first, such as dates
 */
export function nextSort<By extends string>(
  sort: TableSort<By>,
  by: By,
  own: TableSort<By>,
  fallsFirst: readonly By[] = [],
): TableSort<By> {
  const firstDirection = fallsFirst.includes(by) ? 'descending' : 'ascending';
  if (sort.by !== by) return { by, direction: firstDirection };
  if (sort.direction !== firstDirection) return own;
  return { by, direction: firstDirection === 'ascending' ? 'descending' : 'ascending' };
}
