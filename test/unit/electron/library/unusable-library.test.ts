import { expect, test } from 'vitest';
import { createUnusableLibrary } from '../../../../electron/library/unusable-library.ts';
import { libraryStatusSchema } from '../../../../shared/library-status.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';

const requests = requestBudget({ usedInLastDay: 12 });

test('says that nothing can be stored, and what was asked all the same', async () => {
  const library = createUnusableLibrary({ budget: () => requests });
  await library.watch({ key: 'someone', displayName: 'Someone' });
  const status = libraryStatusSchema.parse(await library.status());
  expect(status.monitor).toEqual({
    kind: 'paused',
    pause: { kind: 'storage-failed' },
    progress: null,
  });
  expect(status.requests).toEqual(requests);
});

test('checks nothing, since nothing could be kept', async () => {
  const library = createUnusableLibrary({ budget: () => requests });
  expect(await library.checkNow()).toEqual({ kind: 'not-now', untilMs: null });
  expect(await library.changes({ filter: 'all', offset: 0, count: 10 })).toEqual({
    total: 0,
    rows: [],
  });
});
