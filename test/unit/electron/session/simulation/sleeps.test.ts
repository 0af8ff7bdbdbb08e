import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './faulty-life.ts';
import { SimulatedMachine } from './simulated-machine.ts';

const SLEEPS = 250;
/** A request that a sleep has torn is tried again within seconds. */
const AT_ONCE_MS = 10_000;

test.each([
  [1, false],
  [2, true],
  [3, false],
  [4, true],
])(
  '250 sleeps at random points: a live token is there after each, for one refresh (seed %i, rotation %s)',
  async (seed, rotates) => {
    const machine = new SimulatedMachine({ seed, rotates });
    const { clock, ledger, random, service } = machine;
    const { keeper, states } = machine.launch();
    void keeper.signIn({ way: 'import', tokens: machine.newConsent() });
    await clock.run(1_000);
    const broken: string[] = [];
    for (let sleep = 1; sleep <= SLEEPS; sleep += 1) {
      await clock.run(random.between(0, 2 * HOUR_MS));
      // Every third in the middle of a request.
      if (sleep % 3 === 0) {
        void keeper.getAccessToken().then((result) => {
          if (result.kind === 'token') {
            keeper.invalidate(result.token);
            void keeper.getAccessToken();
          }
        });
        await clock.run(random.between(0, 1_000));
      }
      const asleepMs = MINUTE_MS * 2_000 ** random.next();
      machine.sleep(asleepMs);
      // The network is often back only some time after the machine.
      machine.hasNetwork = random.chance(0.7);
      const wokeAtMs = clock.trueMs;
      void keeper.retry('system');
      if (!machine.hasNetwork) {
        await clock.run(random.between(1_000, 10 * MINUTE_MS));
        machine.hasNetwork = true;
        void keeper.retry('system');
        await clock.run(2_000);
      }
      let found = 'no answer';
      void keeper.getAccessToken().then((result) => {
        found =
          result.kind !== 'token'
            ? result.state.kind
            : service.isLive(result.token.reveal())
              ? 'live'
              : 'over';
      });
      await clock.run(AT_ONCE_MS);
      const refreshes = ledger.delivered.filter(({ atMs }) => atMs >= wokeAtMs).length;
      if (found !== 'live' || refreshes > 1) {
        broken.push(
          `sleep ${sleep} of ${Math.round(asleepMs)} ms: ${found}, ${refreshes} refreshes`,
        );
      }
    }
    expect(broken, `seed ${seed}`).toEqual([]);
    expect(states.filter(({ kind }) => kind === 'sign-in-needed')).toEqual([]);
    expect(ledger.delivered.length, `seed ${seed}`).toBeGreaterThan(SLEEPS / 2);
    expect(service.reused).toBe(0);
  },
  60_000,
);
