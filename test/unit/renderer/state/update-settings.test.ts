import { describe, expect, it } from 'vitest';
import { updateSettings } from '../../../../renderer/state/update-settings.ts';
import { createWindowState, startWindowState } from '../../../../renderer/state/window-state.ts';
import type { IpcContract } from '../../../../shared/ipc-contract.ts';
import type { IpcAnswer } from '../../../../shared/ipc-derived.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { createWindowApiDouble, type WindowApiOverrides } from '../../../doubles/window-api.ts';

type Answer = IpcAnswer<IpcContract['settings']['commands']['update']['result']['_output']>;

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function started(calls: WindowApiOverrides['calls'] = {}) {
  const double = createWindowApiDouble({ settings: { maxRetries: 3 }, calls });
  const state = createWindowState(double.api, new ManualClock(), {});
  startWindowState(state);
  await settled();
  return { double, state };
}

/** A main process that saves and has not told of it yet. */
function silent(answer: Answer) {
  return { settings: { update: async () => answer } };
}

const DONE: Answer = { ok: true, value: { kind: 'done' } };

describe('saving settings', () => {
  it('shows the new value at once, even where the answer overtakes the event', async () => {
    const { state } = await started(silent(DONE));
    await updateSettings(state.api, state.settings, { maxRetries: 5 });
    expect(state.settings.current()).toMatchObject({
      kind: 'ready',
      value: { maxRetries: 5, skewSeconds: 30 },
    });
  });

  it('keeps to what the main process told meanwhile', async () => {
    const { double, state } = await started(silent(DONE));
    const saving = updateSettings(state.api, state.settings, { maxRetries: 5 });
    double.setSettings({ maxRetries: 7 });
    await saving;
    expect(state.settings.current()).toMatchObject({ value: { maxRetries: 7 } });
  });

  it.each<Answer>([
    { ok: true, value: { kind: 'invalid', names: ['maxRetries'] } },
    { ok: true, value: { kind: 'not-written' } },
    { ok: false, error: { kind: 'internal', id: 'c4f19b02' } },
  ])('leaves the value as it was after %o', async (answer) => {
    const { state } = await started(silent(answer));
    expect(await updateSettings(state.api, state.settings, { maxRetries: 5 })).toEqual(answer);
    expect(state.settings.current()).toMatchObject({ value: { maxRetries: 3 } });
  });
});
