import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './faulty-life.ts';
import { SimulatedMachine } from './simulated-machine.ts';

/** The quick tries of one round take no longer; the next round is further away. */
const QUICK_ROUND_MS = 10_000;

/** A machine whose keyring holds a session of ten hours ago, and that starts without a network. */
function startOffline(seed: number) {
  const machine = new SimulatedMachine({ seed, rotates: false });
  machine.keyring.stored = machine.newConsent();
  machine.hasNetwork = false;
  machine.clock.sleep(10 * HOUR_MS);
  const process = machine.launch();
  void process.keeper.start();
  return { machine, process };
}

test.each([1, 2, 3])(
  'a day offline from the start is tried ever more slowly, and ends with one refresh (seed %i)',
  async (seed) => {
    const { machine, process } = startOffline(seed);
    const { clock, ledger } = machine;
    await clock.run(DAY_MS);
    expect(process.keeper.state.kind).toBe('offline');

    const rounds = ledger.askedAtMs.filter(
      (atMs, index, all) => atMs - (all[index - 1] ?? 0) > QUICK_ROUND_MS,
    );
    const gapsMs = rounds.slice(1).map((atMs, index) => atMs - (rounds[index] ?? 0));
    expect(gapsMs.length, `seed ${seed}`).toBeGreaterThan(24 * 4);
    for (const [index, gapMs] of gapsMs.entries()) {
      const ceilingMs = Math.min(MINUTE_MS * 2 ** index, 15 * MINUTE_MS);
      expect(gapMs, `seed ${seed}, pause ${index}`).toBeGreaterThanOrEqual(30_000);
      expect(gapMs, `seed ${seed}, pause ${index}`).toBeLessThan(ceilingMs + QUICK_ROUND_MS);
    }

    // Nobody says that the network is back.
    machine.hasNetwork = true;
    await clock.run(15 * MINUTE_MS + QUICK_ROUND_MS);
    expect(process.keeper.state.kind, `seed ${seed}`).toBe('active');
    expect(ledger.delivered).toHaveLength(1);
    expect(process.states.map(({ kind }) => kind)).not.toContain('sign-in-needed');
  },
);

test('at rest no timer is faster than 30 s, and none longer than it can be trusted', async () => {
  const { machine, process } = startOffline(1);
  const { clock } = machine;
  const seen = new Map<string, number[]>();
  clock.onSettled = () => {
    if (process.isAtRest) {
      const { kind } = process.keeper.state;
      seen.set(kind, [...(seen.get(kind) ?? []), ...process.timerDelaysMs]);
    }
  };
  await clock.run(DAY_MS / 2);
  machine.hasNetwork = true;
  await clock.run(DAY_MS);
  machine.arm({ kind: 'hang', name: 'a hang' }, 100);
  await clock.run(5 * HOUR_MS);
  machine.arm(
    { kind: 'answer', name: '429', make: (service) => service.answer(429, '', '3000') },
    10,
  );
  await clock.run(DAY_MS / 2);
  expect([...seen.keys()].toSorted()).toEqual(['active', 'offline', 'waiting']);
  for (const [kind, delaysMs] of seen) {
    expect(delaysMs.length, kind).toBeGreaterThan(50);
    expect(Math.min(...delaysMs), kind).toBeGreaterThanOrEqual(30_000);
    expect(Math.max(...delaysMs), kind).toBeLessThanOrEqual(210_000);
  }
});
