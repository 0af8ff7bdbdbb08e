import { describe, expect, it } from 'vitest';
import { createSettingsHandlers } from '../../../../electron/ipc/settings-handlers.ts';
import { MemorySettingsStore } from '../../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import { IPC_CONTRACT } from '../../../../shared/ipc-contract.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import type { ProxyAnswer, ProxyOrder } from '../../../../shared/proxy-setting.ts';

function handling(answer: ProxyAnswer) {
  const settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  const orders: ProxyOrder[] = [];
  let changes = 0;
  const handlers = createSettingsHandlers({
    settings,
    logger: silentLogger,
    onChanged: () => {
      changes += 1;
    },
    setProxy: async (order) => {
      orders.push(order);
      return answer;
    },
  });
  return { handlers, settings, orders, changes: () => changes };
}

const ORDER: ProxyOrder = { kind: 'none' };

describe('setting the proxy', () => {
  it.each<[ProxyAnswer, told: number]>([
    [{ kind: 'done' }, 1],
    [{ kind: 'left-behind' }, 1],
    [{ kind: 'invalid', problems: [{ field: 'address', fault: 'no-port' }] }, 0],
    [{ kind: 'keychain-failed' }, 0],
    [{ kind: 'not-written' }, 0],
  ])('answers %o and tells the window of the change %i times', async (answer, told) => {
    const { handlers, orders, changes } = handling(answer);
    expect(await handlers.setProxy(ORDER)).toEqual(answer);
    expect(orders).toEqual([ORDER]);
    expect(changes()).toBe(told);
  });

  it('is not possible beside its own command, which checks every field', async () => {
    const { handlers, settings, changes } = handling({ kind: 'done' });
    expect(await handlers.update({ proxy: { kind: 'none' } })).toEqual({
      kind: 'invalid',
      names: ['proxy'],
    });
    expect(settings.read().proxy).toEqual({ kind: 'system' });
    expect(changes()).toBe(0);
  });
});

describe('an order from the window', () => {
  const { argument } = IPC_CONTRACT.settings.commands.setProxy;

  it.each([
    undefined,
    null,
    'none',
    {},
    { kind: 'other' },
    { kind: 'manual' },
    { kind: 'manual', address: 1, user: null, password: { kind: 'none' } },
    { kind: 'manual', address: 'x'.repeat(10_001), user: null, password: { kind: 'none' } },
    { kind: 'manual', address: 'p:1', user: null, password: { kind: 'given' } },
  ])('that is none does not come through: %o', (order) => {
    expect(argument.safeParse(order).success).toBe(false);
  });

  it('comes through with any text in its fields, which get a reason each', () => {
    const order = { kind: 'manual', address: '', user: ':', password: { kind: 'kept' } };
    expect(argument.safeParse(order).success).toBe(true);
  });
});
