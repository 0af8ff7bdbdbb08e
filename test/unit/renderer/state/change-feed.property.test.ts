import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeFeed } from '../../../../renderer/state/change-feed.ts';
import type { Change } from '../../../../shared/change.ts';
import type { FeedRow } from '../../../../shared/change-feed.ts';
import type { CratewatchApi } from '../../../../shared/ipc-derived.ts';
import { createWindowApiDouble } from '../../../doubles/window-api.ts';

type Page = CratewatchApi['changes']['feed'];

/** A question on its way: first the main process reads the rows, later the answer comes in. */
interface Question {
  read: ReturnType<Page> | null;
  readonly ask: () => ReturnType<Page>;
  readonly answer: (answer: ReturnType<Page>) => void;
}

/** The main process with everything on its way held back, to be let through in any order. */
function heldBackSource(count: number) {
  const double = createWindowApiDouble({ changes: changes(count, count) });
  const underWay: Question[] = [];
  let newestId = count;
  const feed: Page = (argument) =>
    new Promise((resolve) => {
      underWay.push({ read: null, ask: () => double.api.changes.feed(argument), answer: resolve });
    });
  return {
    api: { ...double.api.changes, feed },
    underWay,
    newestId: () => newestId,
    arrive(found: number) {
      newestId += found;
      double.arrive(changes(newestId, found));
    },
    read(pick: number) {
      const question = underWay[pick % Math.max(1, underWay.length)];
      if (question !== undefined) question.read ??= question.ask();
    },
    async deliver(pick: number) {
      const [question] = underWay.splice(pick % Math.max(1, underWay.length), 1);
      question?.answer(question.read ?? question.ask());
      await settled();
    },
  };
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('arrive' as const), value: fc.integer({ min: 1, max: 70 }) }),
  fc.record({ kind: fc.constant('look' as const), value: fc.nat({ max: 400 }) }),
  fc.record({ kind: fc.constant('read' as const), value: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('deliver' as const), value: fc.nat({ max: 9 }) }),
);

describe('the feed, whatever the order of answers and arrivals,', () => {
  it('shows the rows of the list as it was opened, each at its place, and counts the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 400 }),
        fc.array(step, { maxLength: 40 }),
        async (count, steps) => {
          const source = heldBackSource(count);
          const feed = new ChangeFeed(source.api, {
            filter: 'all',
            listId: null,
            unreadOnly: false,
          });
          void feed.open();
          await source.deliver(0);
          feed.listen();
          let lookedAt = 0;

          for (const { kind, value } of steps) {
            if (kind === 'arrive') source.arrive(value);
            if (kind === 'look') {
              lookedAt = value % count;
              void feed.ensure(lookedAt, lookedAt + 20);
            }
            if (kind === 'read') source.read(value);
            if (kind === 'deliver') await source.deliver(value);
            expectRowsAtTheirPlaces(feed, count);
          }

          void feed.ensure(lookedAt, lookedAt + 20);
          while (source.underWay.length > 0) await source.deliver(0);
          const state = expectRowsAtTheirPlaces(feed, count);
          expect(state.arrived).toBe(source.newestId() - count);
          for (let index = lookedAt; index <= Math.min(lookedAt + 20, count - 1); index += 1) {
            expect(idOf(state.rowAt(index))).toBe(count - index);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

function expectRowsAtTheirPlaces(feed: ChangeFeed, count: number) {
  const state = feed.current();
  if (state.kind !== 'ready') throw new Error(`The feed is ${state.kind}`);
  expect(state.total).toBe(count);
  for (let index = 0; index < count; index += 1) {
    const row = state.rowAt(index);
    if (row !== null && idOf(row) !== count - index) expect(idOf(row)).toBe(count - index);
  }
  return state;
}

function idOf(row: FeedRow | null): number | null {
  return row?.kind === 'change' ? row.change.id : null;
}

/** Newest first, each in a list of its own: the ids fall from `newest`. */
function changes(newest: number, count: number): readonly Change[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'items-moved',
    count: 2,
    id: newest - index,
    list: {
      id: newest - index,
      kind: 'playlist',
      name: 'Kitchen, loud',
      uri: null,
      imageUrl: null,
    },
    observedAfterMs: 0,
    observedBeforeMs: 1,
    unread: true,
  }));
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
