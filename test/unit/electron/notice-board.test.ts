import { expect, test } from 'vitest';
import { NoticeBoard } from '../../../electron/notice-board.ts';
import type { Notice } from '../../../shared/notice.ts';

const settings: Notice = { kind: 'settings-set-aside', id: 'a', keptAs: 'settings.damaged' };
const database: Notice = { kind: 'database-unusable', id: 'b', reason: 'disk-full' };

test('notices stand until they are dismissed, and every change is told', () => {
  const board = new NoticeBoard();
  const told: (readonly Notice[])[] = [];
  board.changed.subscribe((notices) => told.push(notices));
  board.add(settings);
  board.add(null);
  board.add(database);
  board.dismiss('a');
  expect(told).toEqual([[settings], [settings, database], [database]]);
  expect(board.all).toEqual([database]);
});

test('a notice that comes again stands once, as it was said last', () => {
  const board = new NoticeBoard();
  board.add(database);
  board.add({ ...database, reason: 'cannot-open' });
  expect(board.all).toEqual([{ ...database, reason: 'cannot-open' }]);
});
