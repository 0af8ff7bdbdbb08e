import { describe, expect, test, vi } from 'vitest';
import { createAppHandlers } from '../../../../electron/ipc/app-handlers.ts';
import { createChangesHandlers } from '../../../../electron/ipc/changes-handlers.ts';
import { createLibraryHandlers } from '../../../../electron/ipc/library-handlers.ts';
import { createSessionHandlers } from '../../../../electron/ipc/session-handlers.ts';
import type { CheckStart, Library } from '../../../../electron/library/library.ts';
import { createUnusableLibrary } from '../../../../electron/library/unusable-library.ts';

const ID = '0123456789abcdef0123456789abcdef';
const outcome = new Promise<never>(() => undefined);

function libraryThat(does: Partial<Library>): Library {
  const requests = { usedInLastDay: 0, budgetPerDay: 800 };
  return { ...createUnusableLibrary({ budget: () => requests }), ...does };
}

function sessionHandlers() {
  const startSignIn = vi.fn(() => 'started' as const);
  const cancelSignIn = vi.fn();
  const retry = vi.fn();
  const handlers = createSessionHandlers({
    snapshot: () => {
      throw new Error('Not asked here');
    },
    startSignIn,
    openBrowserAgain: async () => 'not-running',
    cancelSignIn,
    exploreSample: async () => 'failed',
    retry,
    disconnect: async () => 'keychain-failed',
  });
  return { handlers, startSignIn, cancelSignIn, retry };
}

describe('signing in from the window', () => {
  test.each([ID, `  ${ID}\n`, ID.toUpperCase()])('takes the client id %j', (clientId) => {
    const { handlers, startSignIn } = sessionHandlers();
    expect(handlers.signIn({ clientId })).toEqual({ kind: 'started' });
    expect(startSignIn).toHaveBeenCalledOnce();
    expect(startSignIn.mock.calls.flat().join('').toLowerCase()).toBe(ID);
  });

  test.each(['', ID.slice(1), `${ID}0`, 'z'.repeat(32), `https://x/${ID}`])(
    'starts nothing with %j',
    (clientId) => {
      const { handlers, startSignIn } = sessionHandlers();
      expect(handlers.signIn({ clientId })).toEqual({ kind: 'client-id-invalid' });
      expect(startSignIn).not.toHaveBeenCalled();
    },
  );

  test('the other calls reach their part and tell its answer', async () => {
    const { handlers, cancelSignIn, retry } = sessionHandlers();
    expect(await handlers.openBrowserAgain(undefined)).toEqual({ kind: 'not-running' });
    expect(await handlers.exploreSample(undefined)).toEqual({ kind: 'failed' });
    expect(await handlers.disconnect(undefined)).toEqual({ kind: 'keychain-failed' });
    expect(handlers.cancelSignIn(undefined)).toEqual({ kind: 'done' });
    expect(handlers.retry(undefined)).toEqual({ kind: 'done' });
    expect([cancelSignIn, retry].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  });
});

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

test.each([
  [true, 'done'],
  [false, 'not-opened'],
])('a link that the system took (%s) is told as %s', async (opened, kind) => {
  const handlers = createAppHandlers({
    info: () => {
      throw new Error('Not asked here');
    },
    openLink: async () => opened,
    copyText: () => undefined,
    dismissNotice: () => undefined,
  });
  expect(await handlers.openLink({ kind: 'developer-dashboard' })).toEqual({ kind });
});
