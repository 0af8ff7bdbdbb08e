import { expect, it } from 'vitest';
import { ListTimeline } from '../../../../../renderer/pages/list/list-timeline.ts';
import { historyInMemory, type ListInMemory } from '../../../../doubles/history-in-memory.ts';
import { historicList } from '../../../../visual/sample-history.ts';

const clock = { nowMs: () => 1_000_000 };

function listOf(count: number, untilMs = count * 10 + 5): ListInMemory {
  return {
    list: () => historicList(7, 'Radio log'),
    observations: Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      observedAfterMs: index === 0 ? null : index * 10 + 5,
      observedBeforeMs: (index + 1) * 10,
      unchangedUntilMs: index === count - 1 ? untilMs : (index + 1) * 10 + 5,
    })),
    rowsAt: () => [],
    sizeAt: (index) => index,
  };
}

function watched(...lists: ListInMemory[]) {
  let history = historyInMemory(lists);
  const asked: string[] = [];
  const timeline = new ListTimeline(
    {
      observations: (query) => {
        asked.push(`observations ${query.count}`);
        return history.observations(query);
      },
      sizes: (query) => {
        asked.push('sizes');
        return history.sizes(query);
      },
    },
    clock,
    7,
  );
  return {
    timeline,
    asked,
    become: (...next: ListInMemory[]) => {
      history = historyInMemory(next);
    },
  };
}

it('a short history is whole with its sizes', async () => {
  const { timeline, asked } = watched(listOf(3));
  await timeline.open();
  expect(timeline.current()).toMatchObject({
    kind: 'ready',
    isWhole: true,
    states: [
      { id: 1, atMs: 10, untilMs: 15, rows: 0 },
      { id: 2, atMs: 20, untilMs: 25, rows: 1 },
      { id: 3, atMs: 30, untilMs: 35, rows: 2 },
    ],
  });
  expect(asked).toEqual(['sizes', 'observations 1']);
});

it('a long one is drawn at once, and has every state in the end', async () => {
  const { timeline } = watched(listOf(20_000));
  const wholes: boolean[] = [];
  timeline.subscribe(() => {
    const state = timeline.current();
    if (state.kind === 'ready') wholes.push(state.isWhole);
  });
  await timeline.open();
  const state = timeline.current();
  if (state.kind !== 'ready') throw new Error(state.kind);
  expect(wholes).toEqual([false, true]);
  expect(state.points.length).toBeLessThanOrEqual(2_000);
  expect(state.states.map(({ id }) => id)).toEqual(
    Array.from({ length: 20_000 }, (_, index) => index + 1),
  );
});

it('stands still when the list changes, until it is opened anew', async () => {
  const { timeline, become } = watched(listOf(3));
  await timeline.open();
  become(listOf(4));
  await timeline.lookForNews();
  expect(timeline.current()).toMatchObject({ isCurrent: false, states: { length: 3 } });
  await timeline.open();
  expect(timeline.current()).toMatchObject({ isCurrent: true, states: { length: 4 } });
});

it('knows that a list was seen to be the same still', async () => {
  const { timeline, become } = watched(listOf(3));
  await timeline.open();
  become(listOf(3, 99));
  await timeline.lookForNews();
  const state = timeline.current();
  if (state.kind !== 'ready') throw new Error(state.kind);
  expect([state.isCurrent, state.states.at(-1)?.untilMs, state.points.at(-1)?.untilMs]).toEqual([
    true,
    99,
    99,
  ]);
});

it('a list that was never read is looked for again, an unknown one is missing', async () => {
  const { timeline, become } = watched(listOf(0));
  await timeline.open();
  expect(timeline.current()).toMatchObject({ kind: 'ready', states: [] });
  become(listOf(1));
  await timeline.lookForNews();
  expect(timeline.current()).toMatchObject({ kind: 'ready', states: { length: 1 } });
  become();
  await timeline.open();
  expect(timeline.current()).toEqual({ kind: 'missing' });
});
