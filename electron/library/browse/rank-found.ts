import { foldText } from '../../storage/fold-text.ts';
import type { NamedItem } from '../../storage/named-item.ts';
import { beginningOf, isFound, typedWords, wordsOf } from '../../storage/search-words.ts';
import { sortKey } from '../../storage/sort-key.ts';

/** Best first: called so, begins so, has the words in its name, has them in its artists, the rest. */
export function rankFound(found: readonly NamedItem[], typed: string): NamedItem[] {
  const words = typedWords(typed);
  const whole = foldText(typed).trim();
  const beginning = beginningOf(typed);
  const ranked = found.map((item) => {
    const nameWords = wordsOf(item.name);
    const grade = () => {
      if (foldText(item.name).trim() === whole) {
        return 0;
      }
      if (beginningOf(item.name).startsWith(beginning)) {
        return 1;
      }
      if (isFound(nameWords, words)) {
        return 2;
      }
      return isFound([...nameWords, ...item.artists.flatMap(wordsOf)], words) ? 3 : 4;
    };
    return { item, grade: grade(), key: sortKey(item.name) };
  });
  ranked.sort(
    (left, right) =>
      left.grade - right.grade ||
      (left.key < right.key ? -1 : left.key > right.key ? 1 : left.item.id - right.item.id),
  );
  return ranked.map(({ item }) => item);
}
