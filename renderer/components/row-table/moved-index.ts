/**
 * Where a key moves to in a list; null for a key that does not move.
 *
 * @param pageRows how many rows "Page Up" and "Page Down" move
 */
export function movedIndex(
  key: string,
  index: number,
  total: number,
  pageRows: number,
): number | null {
  const last = total - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + pageRows);
    case 'PageUp':
      return Math.max(0, index - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
