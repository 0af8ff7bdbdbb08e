import { expect, it } from 'vitest';
import { Landmarks } from '../../../../../electron/library/history/landmarks.ts';
import { HistoryStates } from '../../../../../electron/storage/history-states.ts';
import { createRepositories } from '../../../../../electron/storage/repositories.ts';
import { memoryDatabase } from '../../../../doubles/watched-library.ts';

const ROWS = 700;
const LIST = { listId: 1, revision: 1 };
const keyAt = (position: number) => `a${String(position).padStart(4, '0')}`;

/** The list of 700 rows, and how many rows are walked over for their places. */
function longList() {
  const database = memoryDatabase();
  const { accounts, lists, entries } = createRepositories(database);
  const list = lists.openOnly(accounts.open('me', 'Me').id, 'saved-tracks', 'Saved');
  const revisionId = entries.addRevision(list.id, { afterMs: null, beforeMs: 1 });
  for (let position = 0; position < ROWS; position += 1) {
    const row = { itemId: null, orderKey: keyAt(position), addedAtMs: null, addedBy: null };
    entries.add(list.id, row, revisionId);
  }
  lists.publish(list.id, revisionId, ROWS);
  expect({ listId: list.id, revision: revisionId }).toEqual(LIST);
  let walked = 0;
  class Counted extends HistoryStates {
    override countBetween(...between: Parameters<HistoryStates['countBetween']>): number {
      const count = super.countBetween(...between);
      walked += count;
      return count;
    }
  }
  const landmarks = new Landmarks(new Counted(database), LIST, () => Promise.resolve());
  return { landmarks, walked: () => walked };
}

it('the place of a row is told in whatever order rows are asked for', async () => {
  const { landmarks } = longList();
  for (let step = 0; step < 200; step += 1) {
    const position = (step * 389) % ROWS;
    expect(await landmarks.positionOf(keyAt(position))).toBe(position);
  }
});

it('the places of a window of rows are found in one walk', async () => {
  const { landmarks, walked } = longList();
  for (let position = 300; position < 500; position += 1) {
    expect(await landmarks.positionOf(keyAt(position))).toBe(position);
  }
  expect(walked()).toBeLessThan(ROWS);
});
