import { expect, it } from 'vitest';
import {
  latestFirst,
  standingLists,
} from '../../../../../renderer/components/item-story/story-order.ts';
import type { ItemEvent } from '../../../../../shared/history.ts';

const list = (id: number) => ({ id, kind: 'playlist', name: `List ${id}`, uri: null }) as const;
const at = (beforeMs: number, afterMs: number | null = beforeMs - 1) => ({
  observedAfterMs: afterMs,
  observedBeforeMs: beforeMs,
});
const came = (id: number, beforeMs: number, addedAtMs: number | null = null): ItemEvent => ({
  kind: 'came',
  list: list(id),
  ...at(beforeMs),
  addedAtMs,
  addedBy: null,
});
const went = (id: number, beforeMs: number): ItemEvent => ({
  kind: 'went',
  list: list(id),
  ...at(beforeMs),
});

it('what was seen at one look is told by when it was added, the latest first', () => {
  const [a, b, c] = [came(1, 100, 40), came(2, 100, 70), came(3, 100)];
  const later = went(1, 200);
  expect(latestFirst([a, b, c, later])).toEqual([later, c, b, a]);
});

it('a date of the future does not put an event after what was seen later', () => {
  const wrong = came(1, 100, 9_999);
  const later = went(1, 200);
  expect(latestFirst([wrong, later])).toEqual([later, wrong]);
});

it('an item stands where it came to and did not go from, and the list is there', () => {
  const events: ItemEvent[] = [
    came(1, 10),
    came(1, 10),
    came(2, 10),
    came(3, 10),
    came(4, 10),
    { kind: 'greyed-out', ...at(15) },
    went(1, 20),
    went(2, 20),
    { kind: 'list-went', list: list(3), ...at(30) },
    { kind: 'list-went', list: list(4), ...at(30) },
    { kind: 'list-came', list: list(4), ...at(40) },
  ];
  expect(standingLists(events).map(({ id }) => id)).toEqual([1, 4]);
  expect(standingLists([])).toEqual([]);
});
