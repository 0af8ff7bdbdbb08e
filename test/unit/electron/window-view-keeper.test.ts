import { describe, expect, it } from 'vitest';
import { MemorySettingsStore } from '../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/storage/settings.ts';
import { WindowViewKeeper } from '../../../electron/window-view-keeper.ts';
import { viewOwner } from '../../../shared/kept-places.ts';
import type { WindowView } from '../../../shared/window-view.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

const ADA = 'account ada';
const VIEW: WindowView = {
  address: '#/changes/removed',
  places: [
    { key: '#/changes/removed', place: { kind: 'page', topPx: 12 } },
    { key: '#/connection', place: { kind: 'page', topPx: 300 } },
    { key: '#/connection refreshes', place: { kind: 'page', topPx: 40 } },
    { key: '#/connection/requests', place: { kind: 'page', topPx: 90 } },
  ],
};

function sessionOf(accountKey: string | null): Settings['session'] {
  return { clientId: 'c', accountKey, displayName: null, authorizedAtMs: 0, ended: null };
}

function bench(settings: Partial<Settings> = { session: sessionOf('ada') }) {
  const store = new MemorySettingsStore({ ...DEFAULT_SETTINGS, ...settings });
  const clock = new ManualClock();
  const mode = { isSample: false };
  const keeper = new WindowViewKeeper({ settings: store, isSample: () => mode.isSample, clock });
  /** As after a restart. */
  const reopened = () =>
    new WindowViewKeeper({ settings: store, isSample: () => mode.isSample, clock });
  return { store, clock, mode, keeper, reopened };
}

describe('what the window showed', () => {
  it('is there again after a restart, once the window was closed', () => {
    const { keeper, reopened } = bench();
    keeper.keep(ADA, VIEW);
    expect(keeper.read()).toEqual(VIEW);
    keeper.write();
    expect(reopened().read()).toEqual(VIEW);
  });

  it('is written while the window stays open too, but not at each turn of the wheel', async () => {
    const { store, clock, keeper } = bench();
    for (let turn = 0; turn < 100; turn += 1) {
      keeper.keep(ADA, { ...VIEW, address: `#/changes?list=${turn + 1}` });
    }
    expect(clock.pendingCount).toBe(1);
    expect(store.read().windowView).toBeNull();
    await clock.advance(30_000);
    expect(store.read().windowView?.view.address).toBe('#/changes?list=100');
    expect(clock.pendingCount).toBe(0);
  });

  it('is not taken from a window that still shows another library', () => {
    const { keeper } = bench();
    keeper.keep('account bea', VIEW);
    expect(keeper.read()).toBeNull();
    keeper.keep(ADA, VIEW);
    keeper.keep('sample', { address: '#/settings', places: [] });
    expect(keeper.read()).toEqual(VIEW);
  });

  it('is not shown to another account, and not overwritten by nobody’s', () => {
    const { store, keeper, reopened } = bench();
    keeper.keep(ADA, VIEW);
    keeper.write();
    store.update({ session: sessionOf('bea') });
    expect(keeper.read()).toBeNull();
    store.update({ session: sessionOf(null) });
    keeper.keep(ADA, { ...VIEW, address: '#/settings' });
    keeper.turnTo('#/connection');
    keeper.write();
    store.update({ session: sessionOf('ada') });
    expect(reopened().read()).toEqual(VIEW);
  });

  it('is gone with the account, also for its next sign-in', async () => {
    const { store, clock, keeper } = bench();
    keeper.keep(ADA, VIEW);
    keeper.write();
    const { owner } = keeper;
    store.update({ session: null });
    keeper.forget(owner);
    expect(store.read().windowView).toBeNull();
    store.update({ session: sessionOf('ada') });
    expect(keeper.read()).toBeNull();
    await clock.advance(60_000);
    expect(store.read().windowView).toBeNull();
  });

  it('is gone at the next start where a disconnection was cut short', () => {
    const { store, keeper, reopened } = bench();
    keeper.keep(ADA, VIEW);
    keeper.write();
    store.update({ session: null });
    reopened();
    expect(store.read().windowView).toBeNull();
  });

  it('of the sample library is never written, and ends with it', async () => {
    const { store, clock, mode, keeper } = bench();
    keeper.keep(ADA, VIEW);
    keeper.write();
    mode.isSample = true;
    expect(keeper.read()).toBeNull();
    keeper.keep('sample', { address: '#/library', places: [] });
    expect(keeper.read()?.address).toBe('#/library');
    await clock.advance(60_000);
    expect(store.read().windowView?.view).toEqual(VIEW);
    const { owner } = keeper;
    mode.isSample = false;
    keeper.forget(owner);
    expect(keeper.read()).toEqual(VIEW);
    mode.isSample = true;
    expect(keeper.read()).toBeNull();
  });

  it('begins at the top of a page that somebody named, and keeps the others', () => {
    const { keeper } = bench();
    keeper.keep(ADA, VIEW);
    keeper.turnTo('#/connection');
    expect(keeper.read()).toEqual({
      address: '#/connection',
      places: [VIEW.places[0], VIEW.places[3]],
    });
  });
});

it('the owner of a view is the sample, an account, or nobody', () => {
  expect(viewOwner('sample', 'ada')).toBe('sample');
  expect(viewOwner('spotify', 'ada')).toBe(ADA);
  expect(viewOwner('spotify', 'sample')).not.toBe('sample');
  expect(viewOwner('spotify', null)).toBeNull();
});
