import { describe, expect, it } from 'vitest';
import { createSettingsHandlers } from '../../../../electron/ipc/settings-handlers.ts';
import { MemorySettingsStore } from '../../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS } from '../../../../electron/storage/settings.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { REQUEST_BOUNDS } from '../../../../shared/request-bounds.ts';

function handling() {
  const settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  let changes = 0;
  const handlers = createSettingsHandlers({
    settings,
    logger: silentLogger,
    onChanged: () => {
      changes += 1;
    },
    setProxy: async () => ({ kind: 'done' }),
  });
  return { handlers, settings, changes: () => changes };
}

const NAMES = [
  'checkIntervalMinutes',
  'requestBudgetPerDay',
  'requestBudgetPerFamilyPerDay',
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
