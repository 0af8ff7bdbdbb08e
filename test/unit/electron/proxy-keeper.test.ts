import { describe, expect, it } from 'vitest';
import { ProxyKeeper } from '../../../electron/proxy-keeper.ts';
import { ProxyPassword } from '../../../electron/proxy-password.ts';
import { MemorySettingsStore } from '../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../electron/storage/settings.ts';
import type { ProxyOrder, ProxySetting } from '../../../shared/proxy-setting.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryKeychain } from '../../doubles/memory-keychain.ts';
import { RecordingLogger } from './session/harness/recording-logger.ts';

const WITH_PASSWORD: ProxySetting = {
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user: 'ann',
  hasPassword: true,
};
const ORDER: ProxyOrder = {
  kind: 'manual',
  address: 'http://proxy.example:3128',
  user: 'ann',
  password: { kind: 'given', password: 'hush-hush' },
};

function bench(keychain = new MemoryKeychain(), proxy: ProxySetting = { kind: 'system' }) {
  const settings = new MemorySettingsStore({ ...DEFAULT_SETTINGS, proxy });
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  let changes = 0;
  const keeper = new ProxyKeeper({
    settings,
    passwords: new ProxyPassword(keychain.load),
    clock,
    logger,
    onChanged: () => {
      changes += 1;
    },
  });
  return { settings, clock, logger, keychain, keeper, changes: () => changes };
}

const passwordOf = async (keeper: ProxyKeeper) => (await keeper.password())?.reveal() ?? null;

describe('the proxy that is set', () => {
  it('has its password in the keychain and nowhere else', async () => {
    const { keeper, settings, keychain, logger, changes } = bench();
    expect(await keeper.set(ORDER)).toEqual({ kind: 'done' });
    expect(keeper.setting).toEqual(WITH_PASSWORD);
    expect(await passwordOf(keeper)).toBe('hush-hush');
    expect([...keychain.entries.keys()]).toEqual(['Cratewatch/proxy-password']);
    expect(JSON.stringify([settings.read(), logger])).not.toContain('hush');
    expect(changes()).toBe(1);
  });

  it('is found again by the next run', async () => {
    const { keeper, keychain } = bench();
    await keeper.set(ORDER);
    expect(await passwordOf(bench(keychain, WITH_PASSWORD).keeper)).toBe('hush-hush');
  });

  it('is not changed by an order with a fault', async () => {
    const { keeper, keychain, changes } = bench();
    expect((await keeper.set({ ...ORDER, address: 'proxy' })).kind).toBe('invalid');
    expect(keeper.setting).toEqual({ kind: 'system' });
    expect([keychain.entries.size, changes()]).toEqual([0, 0]);
  });

  it.each(['isLocked', 'isMissing'] as const)(
    'is not changed where the keychain does not take the password: %s',
    async (lack) => {
      const { keeper, keychain, changes } = bench();
      keychain[lack] = true;
      expect(await keeper.set(ORDER)).toEqual({ kind: 'keychain-failed' });
      expect(keeper.setting).toEqual({ kind: 'system' });
      expect(changes()).toBe(0);
    },
  );

  it.each<ProxyOrder>([
    { kind: 'none' },
    { kind: 'system' },
    { ...ORDER, password: { kind: 'none' } },
  ])('loses its password with %o', async (order) => {
    const { keeper, keychain } = bench();
    await keeper.set(ORDER);
    expect(await keeper.set(order)).toEqual({ kind: 'done' });
    expect(keychain.entries.size).toBe(0);
    expect(await passwordOf(keeper)).toBeNull();
  });

  it('says so where the former password stays in the keychain, and the order holds', async () => {
    const { keeper, keychain } = bench();
    await keeper.set(ORDER);
    keychain.isLocked = true;
    expect(await keeper.set({ kind: 'none' })).toEqual({ kind: 'left-behind' });
    expect(keeper.setting).toEqual({ kind: 'none' });
  });

  it('gives a new password at once', async () => {
    const { keeper } = bench();
    await keeper.set(ORDER);
    expect(await passwordOf(keeper)).toBe('hush-hush');
    await keeper.set({ ...ORDER, password: { kind: 'given', password: 'other' } });
    expect(await passwordOf(keeper)).toBe('other');
  });

  it('asks the keychain once while it answers, and again after it did not', async () => {
    const { keeper, keychain } = bench();
    await keeper.set(ORDER);
    keychain.isLocked = true;
    expect(await passwordOf(keeper)).toBeNull();
    keychain.isLocked = false;
    expect(await passwordOf(keeper)).toBe('hush-hush');
    const { reads } = keychain;
    expect(await passwordOf(keeper)).toBe('hush-hush');
    expect(keychain.reads).toBe(reads);
  });

  it('does not wait longer than 10 s for a keychain that asks its user', async () => {
    const { keeper, keychain, clock } = bench();
    await keeper.set(ORDER);
    let open = (): void => undefined;
    keychain.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = passwordOf(keeper);
    await clock.advance(10_000);
    expect(await waiting).toBeNull();
    open();
    expect(await passwordOf(keeper)).toBe('hush-hush');
    expect(keychain.reads).toBe(1);
    expect(clock.pendingCount).toBe(0);
  });

  it('never gives a password that was kept for another proxy', async () => {
    const { keeper, keychain } = bench();
    await keeper.set(ORDER);
    const other = bench(keychain, { ...WITH_PASSWORD, address: 'http://evil.example:3128' });
    expect(await passwordOf(other.keeper)).toBeNull();
  });

  it.each(['{}', 'null', 'not json', '{"address":1}'])(
    'takes an entry that is not its own for none: %s',
    async (entry) => {
      const { keeper, keychain } = bench(new MemoryKeychain(), WITH_PASSWORD);
      keychain.entries.set('Cratewatch/proxy-password', entry);
      expect(await passwordOf(keeper)).toBeNull();
    },
  );
});
