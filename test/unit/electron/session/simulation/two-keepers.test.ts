import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './faulty-life.ts';
import { SimulatedMachine } from './simulated-machine.ts';
import type { SimulatedProcess } from './simulated-process.ts';

const DAYS = 30;

/** Two processes with one session, both in use, waking together and ending now and then. */
async function liveTogether(seed: number, sharesLock: boolean) {
  const machine = new SimulatedMachine({ seed, rotates: true, sharesLock });
  const { clock, random, service } = machine;
  machine.keyring.stored = machine.newConsent();
  const states = new Set<string>();
  let over = 0;
  const launch = () => {
    const process = machine.launch();
    process.keeper.stateChanged.subscribe(({ kind }) => states.add(kind));
    void process.keeper.start();
    return process;
  };
  const processes: [SimulatedProcess, SimulatedProcess] = [launch(), launch()];
  const ask = async ({ keeper }: SimulatedProcess) => {
    const result = await keeper.getAccessToken();
    if (result.kind === 'token' && !service.isLive(result.token.reveal())) {
      over += 1;
    }
  };
  const endMs = clock.trueMs + DAYS * DAY_MS;
  while (clock.trueMs < endMs) {
    await clock.run(random.between(1, 40) * MINUTE_MS);
    if (random.chance(0.1)) {
      machine.sleep(random.between(1, 4) * HOUR_MS);
    }
    for (const process of processes) {
      void process.keeper.retry('system');
      void ask(process);
    }
    if (random.chance(0.05)) {
      await clock.run(MINUTE_MS);
      const index = random.pick<0 | 1>([0, 1]);
      processes[index].kill();
      processes[index] = launch();
    }
  }
  return { reused: service.reused, states, over, refreshes: machine.ledger.delivered.length };
}

test.each([1, 2, 3])(
  'two processes share a rotated session for 30 days without using a token twice (seed %i)',
  async (seed) => {
    const { over, refreshes, reused, states } = await liveTogether(seed, true);
    expect({ over, reused }, `seed ${seed}`).toEqual({ over: 0, reused: 0 });
    expect(states, `seed ${seed}`).not.toContain('sign-in-needed');
    // One for both of them.
    expect(refreshes, `seed ${seed}`).toBeGreaterThan(DAYS * 15);
    expect(refreshes, `seed ${seed}`).toBeLessThan((DAYS * 24) / 0.85);
  },
  60_000,
);

test('without the lock they use one twice, which ends the session', async () => {
  const { reused, states } = await liveTogether(1, false);
  expect(reused).toBeGreaterThan(0);
  expect(states).toContain('sign-in-needed');
});
