import { describe, expect, it } from 'vitest';
import {
  createSettingsHandlers,
  visibleSettings,
} from '../../../../electron/ipc/settings-handlers.ts';
import { MemorySettingsStore } from '../../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../electron/storage/settings.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import type { ProxyAnswer, ProxyOrder } from '../../../../shared/proxy-setting.ts';
import { REQUEST_BOUNDS } from '../../../../shared/request-bounds.ts';

function handling(given: Partial<Settings> = {}, proxyAnswer: ProxyAnswer = { kind: 'done' }) {
  const settings = new MemorySettingsStore({ ...DEFAULT_SETTINGS, ...given });
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
      return proxyAnswer;
    },
  });
  return { handlers, settings, orders, changes: () => changes };
}

const NAMES = [
  'checkIntervalMinutes',
  'requestBudgetPerDay',
  'requestBudgetPerFamilyPerDay',
  'requestsKeptOneIn',
  'availabilityDays',
] as const;

it.each([1, 24, 120])('keeps the history for %i months', async (retentionMonths) => {
  const { handlers, settings } = handling();
  expect(await handlers.update({ retentionMonths })).toEqual({ kind: 'done' });
  expect(settings.read().retentionMonths).toBe(retentionMonths);
  expect(await handlers.current(undefined)).toMatchObject({ retentionMonths });
});

it.each([0, 121, 1.5, '24', undefined])('keeps no history for %s months', async (wrong) => {
  const { handlers, settings } = handling();
  await handlers.update({ retentionMonths: wrong });
  expect(settings.read()).toEqual(DEFAULT_SETTINGS);
});

describe.each(NAMES)('%s', (name) => {
  const { min, max } = REQUEST_BOUNDS[name];

  it.each([min, max])('can be %i', async (value) => {
    const { changes, handlers, settings } = handling();
    expect(await handlers.update({ [name]: value })).toEqual({ kind: 'done' });
    expect(settings.read()[name]).toBe(value);
    expect(await handlers.current(undefined)).toMatchObject({ [name]: value });
    expect(changes()).toBe(1);
  });

  it.each([
    min - 1,
    max + 1,
    min + 0.5,
    0,
    -min,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    String(min),
    null,
    [min],
    {},
    true,
  ])('cannot be %s, and then nothing changes', async (value) => {
    const { changes, handlers, settings } = handling();
    expect(await handlers.update({ maxRetries: 1, [name]: value })).toEqual({
      kind: 'invalid',
      names: [name],
    });
    expect(settings.read()).toEqual(DEFAULT_SETTINGS);
    expect(changes()).toBe(0);
  });
});

it('takes a budget a family above the budget in all, which then holds for it', async () => {
  const { handlers } = handling();
  const change = { requestBudgetPerDay: 100, requestBudgetPerFamilyPerDay: 5_000 };
  expect(await handlers.update(change)).toEqual({ kind: 'done' });
});

describe('a reset', () => {
  /** Every setting is another one than by default. */
  const CHANGED: Partial<Settings> = {
    skewSeconds: 60,
    timeoutSeconds: 20,
    maxRetries: 5,
    signInLimitSeconds: 120,
    showDialog: true,
    redirectPorts: [50_001],
    manualRedirectUri: 'https://example.org/callback',
    scopes: ['user-library-read'],
    checkIntervalMinutes: 120,
    requestBudgetPerDay: 400,
    requestBudgetPerFamilyPerDay: 300,
    requestsKeptOneIn: 4,
    availabilityDays: 30,
    retentionMonths: 6,
    appearance: 'dark',
    zoomPercent: 150,
    singleKeyShortcuts: false,
    notifyOfChanges: false,
    notifyOfTrouble: false,
    notifyOfRenewal: false,
    quietHours: true,
    quietFromMinute: 23 * 60,
    quietToMinute: 7 * 60,
    checkLessOnBattery: false,
    lookForUpdates: true,
  };
  const UNTOUCHED = {
    clientId: 'a'.repeat(32),
    tokenCache: 'file',
    session: {
      clientId: 'a'.repeat(32),
      accountKey: 'ada',
      displayName: 'Ada Brook',
      authorizedAtMs: 1,
      ended: null,
    },
    windowBounds: { x: 1, y: 2, width: 900, height: 600 },
  } as const satisfies Partial<Settings>;

  it('is tried with every setting changed', () => {
    const { proxy: _, ...changeable } = visibleSettings(DEFAULT_SETTINGS);
    expect(Object.keys(CHANGED).toSorted()).toEqual(Object.keys(changeable).toSorted());
  });

  it('puts every setting back and leaves the sign-in, its place and the window alone', async () => {
    const { handlers, settings, changes } = handling({ ...CHANGED, ...UNTOUCHED });
    expect(await handlers.reset(undefined)).toEqual({ kind: 'done' });
    expect(settings.read()).toEqual({ ...DEFAULT_SETTINGS, ...UNTOUCHED });
    expect(changes()).toBe(1);
  });

  it('has the proxy forgotten by whoever keeps its password', async () => {
    const { handlers, orders } = handling();
    await handlers.reset(undefined);
    expect(orders).toEqual([{ kind: 'system' }]);
  });

  it.each([
    [{ kind: 'left-behind' }, 'left-behind'],
    [{ kind: 'not-written' }, 'not-written'],
  ] as const)('says so where the proxy ends as %o', async (answer, expected) => {
    const { handlers, changes } = handling(CHANGED, answer);
    expect(await handlers.reset(undefined)).toEqual({ kind: expected });
    expect(changes()).toBe(1);
  });

  it.each([
    [60, 60],
    [null, null],
    [24, 24],
    [3, 24],
  ])('never shortens the history: %s months become %s', async (retentionMonths, expected) => {
    const { handlers, settings } = handling({ retentionMonths });
    await handlers.reset(undefined);
    expect(settings.read().retentionMonths).toBe(expected);
  });
});
