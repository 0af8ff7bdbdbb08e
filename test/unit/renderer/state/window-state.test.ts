import { describe, expect, it } from 'vitest';
import { createWindowState, startWindowState } from '../../../../renderer/state/window-state.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { createWindowApiDouble } from '../../../doubles/window-api.ts';

const NOTICE = { kind: 'settings-set-aside', id: 'n1', keptAs: 's.json' } as const;

function started(double = createWindowApiDouble()) {
  const state = createWindowState(double.api, new ManualClock(), {});
  return { double, state, stop: startWindowState(state) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the state of the window', () => {
  it('is loading until the main process has answered, and then whole', async () => {
    const { state } = started();
    const values = [state.info, state.notices, state.session, state.settings, state.library];
    expect(values.map((value) => value.current().kind)).toEqual(Array(5).fill('loading'));
    await settled();
    expect(values.map((value) => value.current().kind)).toEqual(Array(5).fill('ready'));
  });

  it('follows what the main process tells', async () => {
    const { double, state } = started();
    await settled();
    double.setSession({ state: { kind: 'keychain-locked' } });
    double.setLibrary({ unreadChanges: 3 });
    double.setSettings({ maxRetries: 5 });
    double.setNotices([NOTICE]);
    expect(state.session.current()).toMatchObject({
      value: { state: { kind: 'keychain-locked' } },
    });
    expect(state.library.current()).toMatchObject({ value: { unreadChanges: 3 } });
    expect(state.settings.current()).toMatchObject({ value: { maxRetries: 5 } });
    expect(state.notices.current()).toEqual({ kind: 'ready', value: [NOTICE] });
  });

  it('follows no more once it is stopped, and again when it is started anew', async () => {
    const { double, state, stop } = started();
    await settled();
    stop();
    double.setLibrary({ unreadChanges: 3 });
    expect(state.library.current()).toMatchObject({ value: { unreadChanges: 0 } });
    startWindowState(state);
    await settled();
    expect(state.library.current()).toMatchObject({ value: { unreadChanges: 3 } });
  });

  it('names the log entry where a group cannot be had, and still shows the others', async () => {
    const failed = async () =>
      ({ ok: false, error: { kind: 'internal', id: 'c4f19b02' } }) as const;
    const { state } = started(createWindowApiDouble({ calls: { app: { info: failed } } }));
    await settled();
    expect(state.notices.current()).toEqual({ kind: 'failed', id: 'c4f19b02' });
    expect(state.session.current().kind).toBe('ready');
  });
});
