import { describe, expect, test, vi } from 'vitest';
import {
  type ContractHandlers,
  registerContract,
} from '../../../../electron/ipc/register-contract.ts';
import { channelName, IPC_CHANNELS } from '../../../../shared/ipc-channels.ts';

type Answer = (event: unknown, argument: unknown) => Promise<unknown>;

const ownEvent = { senderFrame: { url: 'app://cratewatch/index.html', parent: null } };
const foreignEvent = { senderFrame: { url: 'https://evil.example/', parent: null } };

/** Handlers that answer nothing useful; each test replaces the one it asks. */
function handlersWith(overrides: Record<string, Record<string, unknown>>): ContractHandlers {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [group, { queries, commands }] of Object.entries(IPC_CHANNELS)) {
    groups[group] = {};
    for (const name of [...queries, ...commands]) {
      groups[group][name] = () => {
        throw new Error(`${group}.${name} was not expected here`);
      };
    }
    Object.assign(groups[group], overrides[group]);
  }
  return groups as unknown as ContractHandlers;
}

function register(overrides: Record<string, Record<string, unknown>>) {
  const answers = new Map<string, Answer>();
  const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const unregister = registerContract({
    ipcMain: {
      handle: (channel, listener) => answers.set(channel, listener as unknown as Answer),
      removeHandler: (channel) => answers.delete(channel),
    },
    handlers: handlersWith(overrides),
    ownOrigins: ['app://cratewatch'],
    logger,
    newErrorId: () => 'error-1',
  });
  const call = (group: string, name: string, event: unknown, argument?: unknown) => {
    const answer = answers.get(channelName(group, name));
    if (answer === undefined) {
      throw new Error('not registered');
    }
    return answer(event, argument);
  };
  return { answers, logger, unregister, call };
}

const refused = { ok: false, error: { kind: 'internal', id: 'error-1' } };

describe('registerContract', () => {
  test('answers every query and command of the contract, and only those', () => {
    const { answers } = register({});
    const expected = Object.entries(IPC_CHANNELS).flatMap(([group, { queries, commands }]) =>
      [...queries, ...commands].map((name) => channelName(group, name)),
    );
    expect([...answers.keys()].sort()).toEqual(expected.sort());
  });

  test('hands the parsed argument to the handler and its result to the window', async () => {
    const page = vi.fn(async () => ({ total: 0, offset: 0, rows: [] }));
    const { call } = register({ changes: { page } });
    const argument = { filter: 'all', offset: 0, count: 20 };
    await expect(call('changes', 'page', ownEvent, argument)).resolves.toEqual({
      ok: true,
      value: { total: 0, offset: 0, rows: [] },
    });
    expect(page).toHaveBeenCalledWith(argument);
  });

  test.each(Object.keys(IPC_CHANNELS))(
    'refuses a foreign sender on every call of group %s before the handler runs',
    async (group) => {
      const handler = vi.fn();
      const { queries, commands } = IPC_CHANNELS[group as keyof typeof IPC_CHANNELS];
      const names = [...queries, ...commands];
      const { call } = register({
        [group]: Object.fromEntries(names.map((name) => [name, handler])),
      });
      for (const name of names) {
        await expect(call(group, name, foreignEvent)).resolves.toEqual(refused);
      }
      expect(handler).not.toHaveBeenCalled();
    },
  );

  test.each([
    ['a count beyond the limit', { filter: 'all', offset: 0, count: 201 }],
    ['a negative offset', { filter: 'all', offset: -1, count: 20 }],
    ['an unknown filter', { filter: 'secret', offset: 0, count: 20 }],
    ['nothing', undefined],
  ])('refuses %s before the handler runs', async (_name, argument) => {
    const page = vi.fn();
    const { call } = register({ changes: { page } });
    await expect(call('changes', 'page', ownEvent, argument)).resolves.toEqual(refused);
    expect(page).not.toHaveBeenCalled();
  });

  test('leaves behind what the contract does not name', async () => {
    const { call } = register({
      session: { retry: () => ({ kind: 'done', accessToken: 'a-secret' }) },
    });
    await expect(call('session', 'retry', ownEvent)).resolves.toEqual({
      ok: true,
      value: { kind: 'done' },
    });
  });

  test('logs an unexpected error under an id and tells the window only the id', async () => {
    const { call, logger } = register({
      session: {
        retry: () => {
          throw new Error('the disk is on fire');
        },
      },
    });
    await expect(call('session', 'retry', ownEvent)).resolves.toEqual(refused);
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ id: 'error-1', error: expect.stringContaining('on fire') }),
    );
  });

  test('takes all handlers away again', () => {
    const { answers, unregister } = register({});
    unregister();
    expect(answers.size).toBe(0);
  });
});
