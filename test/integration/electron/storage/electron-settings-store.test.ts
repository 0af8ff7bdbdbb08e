import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../../electron/storage/settings.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import type { Notice } from '../../../../shared/notice.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

// electron-store asks for Electron's app only where it is given no folder; outside Electron the
// package answers with the path of a binary, and any path will do.
beforeAll(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', tmpdir());
});

let folder: string;
let path: string;
let told: Notice[];
const clock = new ManualClock(Date.UTC(2026, 10, 1, 12));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cratewatch-settings-'));
  path = join(folder, 'settings.json');
  told = [];
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<{ store: SettingsStore; notice: Notice | null }> {
  const { openSettings } = await import('../../../../electron/storage/electron-settings-store.ts');
  return openSettings({
    folder,
    clock,
    logger: silentLogger,
    tell: (notice) => void told.push(notice),
  });
}

const onDisk = (): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('the settings file', () => {
  it('is not there at first, and the defaults hold', async () => {
    const { store, notice } = await open();
    expect(store.read()).toEqual(DEFAULT_SETTINGS);
    expect(notice).toBeNull();
  });

  it('keeps what was changed over a restart', async () => {
    const { store } = await open();
    store.update({ checkIntervalMinutes: 120, clientId: 'a'.repeat(32) });
    const again = await open();
    expect(again.store.read()).toEqual({
      ...DEFAULT_SETTINGS,
      checkIntervalMinutes: 120,
      clientId: 'a'.repeat(32),
    });
  });

  it('takes defaults for what an older version did not know, and leaves what it does not know', async () => {
    writeFileSync(path, JSON.stringify({ version: 1, checkIntervalMinutes: 30, later: 'kept' }));
    const { store, notice } = await open();
    expect(notice).toBeNull();
    expect(store.read()).toEqual({ ...DEFAULT_SETTINGS, checkIntervalMinutes: 30 });
    store.update({ requestBudgetPerDay: 300 });
    expect(onDisk()).toMatchObject({ later: 'kept', requestBudgetPerDay: 300 });
  });

  it.each([
    ['garbage', '\u0000\u0001 not JSON', 'damaged'],
    ['cut off', '{"version":1,"checkInterv', 'damaged'],
    ['empty', '', 'damaged'],
    ['a list', '[]', 'damaged'],
    ['out of range', '{"version":1,"checkIntervalMinutes":0}', 'damaged'],
    ['asking for too many requests', '{"version":1,"requestBudgetPerDay":5001}', 'damaged'],
    ['asking for no number', '{"version":1,"requestBudgetPerFamilyPerDay":"500"}', 'damaged'],
    ['from a newer version', '{"version":2}', 'from-newer-version'],
  ])('is set aside when it is %s, and the user is told', async (_, content, why) => {
    writeFileSync(path, content);
    const { store, notice } = await open();
    const keptAs = `settings.${why}-2026-11-01T12-00-00.json`;
    expect(notice).toEqual({ kind: 'settings-set-aside', id: keptAs, keptAs });
    expect(readFileSync(join(folder, keptAs), 'utf8')).toBe(content);
    expect(store.read()).toEqual(DEFAULT_SETTINGS);
    store.update({ checkIntervalMinutes: 45 });
    expect((await open()).notice).toBeNull();
    expect((await open()).store.read().checkIntervalMinutes).toBe(45);
  });

  it('does not stop the start when it can be neither read nor moved', async () => {
    mkdirSync(path);
    const { store, notice } = await open();
    expect(store.read()).toEqual(DEFAULT_SETTINGS);
    store.update({ checkIntervalMinutes: 90 });
    expect(store.read().checkIntervalMinutes).toBe(90);
    expect(notice).toEqual({ kind: 'settings-unreadable', id: 'settings-unreadable' });
    expect(told).toEqual([{ kind: 'settings-not-saved', id: 'settings-not-saved' }]);
  });

  it('leaves nothing half-written behind', async () => {
    const { store } = await open();
    for (let count = 15; count < 40; count += 1) {
      store.update({ checkIntervalMinutes: count });
    }
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('holds a change until the end when it cannot be written', async () => {
    const { store } = await open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'A file where the folder was.');
    store.update({ checkIntervalMinutes: 90 });
    expect(store.read().checkIntervalMinutes).toBe(90);
  });

  it('says once that a change could not be written, and again when it happens anew', async () => {
    const { store } = await open();
    const breakFolder = (): void => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, 'A file where the folder was.');
    };
    breakFolder();
    store.update({ checkIntervalMinutes: 90 });
    store.update({ checkIntervalMinutes: 91 });
    expect(told.map(({ kind }) => kind)).toEqual(['settings-not-saved']);
    rmSync(folder);
    mkdirSync(folder);
    store.update({ checkIntervalMinutes: 92 });
    expect(onDisk()).toMatchObject({ checkIntervalMinutes: 92 });
    breakFolder();
    store.update({ checkIntervalMinutes: 93 });
    expect(told).toHaveLength(2);
  });
});
