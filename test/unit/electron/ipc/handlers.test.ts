import { describe, expect, test, vi } from 'vitest';
import { type AppHandlerParts, createAppHandlers } from '../../../../electron/ipc/app-handlers.ts';
import { createChangesHandlers } from '../../../../electron/ipc/changes-handlers.ts';
import { createLibraryHandlers } from '../../../../electron/ipc/library-handlers.ts';
import type { CheckStart, Library } from '../../../../electron/library/library.ts';
import { createUnusableLibrary } from '../../../../electron/library/unusable-library.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { requestBudget } from '../../../doubles/request-budget.ts';

const outcome = new Promise<never>(() => undefined);

function libraryThat(does: Partial<Library>): Library {
  return { ...createUnusableLibrary({ budget: () => requestBudget() }), ...does };
}

describe('a check from the window', () => {
  test.each<[CheckStart, object]>([
    [{ kind: 'started', outcome }, { kind: 'started' }],
    [{ kind: 'already-running', outcome }, { kind: 'already-running' }],
    [
      { kind: 'not-now', untilMs: 5 },
      { kind: 'not-now', untilMs: 5 },
    ],
  ])('that is %o is told at once, without its end', async (start, answer) => {
    const handlers = createLibraryHandlers(() => libraryThat({ checkNow: async () => start }));
    expect(await handlers.checkNow(undefined)).toEqual(answer);
  });

  test('asks the library that there is at that moment', async () => {
    let current = libraryThat({ checkNow: async () => ({ kind: 'not-now', untilMs: 1 }) });
    const handlers = createLibraryHandlers(() => current);
    current = libraryThat({ checkNow: async () => ({ kind: 'not-now', untilMs: 2 }) });
    expect(await handlers.checkNow(undefined)).toEqual({ kind: 'not-now', untilMs: 2 });
  });
});

test('the watch is paused until the time that was chosen, and resumed', async () => {
  const pause = vi.fn(async () => undefined);
  const resume = vi.fn(async () => undefined);
  const handlers = createLibraryHandlers(() => libraryThat({ pause, resume }));
  expect(await handlers.pause({ untilMs: 7 })).toEqual({ kind: 'done' });
  expect(pause).toHaveBeenCalledExactlyOnceWith(7);
  expect(await handlers.resume(undefined)).toEqual({ kind: 'done' });
  expect(resume).toHaveBeenCalledOnce();
});

test('a page of changes says where it starts', async () => {
  const changes = vi.fn(async () => ({ total: 7, rows: [] }));
  const handlers = createChangesHandlers(() => libraryThat({ changes }));
  expect(await handlers.page({ filter: 'all', offset: 5, count: 2 })).toEqual({
    total: 7,
    offset: 5,
    rows: [],
  });
  expect(changes).toHaveBeenCalledWith({ filter: 'all', offset: 5, count: 2 });
});

test('changes are marked as read through the id that was seen', async () => {
  const markRead = vi.fn(async () => undefined);
  const handlers = createChangesHandlers(() => libraryThat({ markRead }));
  expect(await handlers.markRead({ throughId: 41 })).toEqual({ kind: 'done' });
  expect(markRead).toHaveBeenCalledExactlyOnceWith(41);
});

const APP_PARTS: AppHandlerParts = {
  info: () => {
    throw new Error('Not asked here');
  },
  openLink: async () => true,
  copyText: () => undefined,
  diagnostics: async () => 'Cratewatch diagnostics',
  copyDiagnostics: () => true,
  showLogFile: () => undefined,
  dismissNotice: () => undefined,
  restart: () => undefined,
  view: () => null,
  keepView: () => undefined,
  reportProblem: () => undefined,
  loginItem: async () => ({ kind: 'off' }),
  setLoginItem: async () => undefined,
  logger: silentLogger,
};

test.each([
  [true, 'done'],
  [false, 'not-opened'],
])('a link that the system took (%s) is told as %s', async (opened, kind) => {
  const handlers = createAppHandlers({ ...APP_PARTS, openLink: async () => opened });
  expect(await handlers.openLink({ kind: 'developer-dashboard' })).toEqual({ kind });
});

test('what is told of starting at login is what the system made of the order', async () => {
  const setLoginItem = vi.fn(async () => undefined);
  const loginItem = async () => ({ kind: 'to-be-allowed' as const });
  const handlers = createAppHandlers({ ...APP_PARTS, setLoginItem, loginItem });
  expect(await handlers.setLoginItem({ isOn: true })).toEqual({
    kind: 'done',
    item: { kind: 'to-be-allowed' },
  });
  expect(setLoginItem).toHaveBeenCalledExactlyOnceWith(true);
});

test('an order for starting at login that the system refuses has failed', async () => {
  const setLoginItem = () => Promise.reject(new Error('EACCES'));
  const handlers = createAppHandlers({ ...APP_PARTS, setLoginItem });
  expect(await handlers.setLoginItem({ isOn: true })).toEqual({ kind: 'failed' });
});
