/** The tab to which a key moves, round and round; null for a key that does not move. */
export function movedTab<Id>(key: string, ids: readonly Id[], current: Id): Id | null {
  const index = ids.indexOf(current);
  switch (key) {
    case 'ArrowRight':
      return ids[(index + 1) % ids.length] ?? null;
    case 'ArrowLeft':
      return ids.at(index - 1) ?? null;
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids.at(-1) ?? null;
    default:
      return null;
  }
}
