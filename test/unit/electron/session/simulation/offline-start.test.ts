import { expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from './faulty-life.ts';
import { SimulatedMachine } from './simulated-machine.ts';

test.each([1, 2, 3])(
  'a start that is offline for a day tries ever more slowly, and then goes on: seed %i',
  async (seed) => {
    const machine = new SimulatedMachine({ seed, rotates: true });
    const { clock, ledger, service } = machine;
    const first = machine.launch();
    void first.keeper.start();
    void first.keeper.signIn({ way: 'import', tokens: machine.newConsent() });
    await clock.run(MINUTE_MS);
    first.kill();
    machine.hasNetwork = false;
    machine.sleep(DAY_MS);

    const process = machine.launch();
    const faults: string[] = [];
    clock.onSettled = () => {
      const fault = process.timerFault();
      if (fault !== null) {
        faults.push(fault);
      }
    };
    void process.keeper.start();
    await clock.run(DAY_MS);
    expect(process.keeper.state).toMatchObject({ kind: 'offline' });
    expect(faults).toEqual([]);
    const waits = process.states.flatMap((state) =>
      state.kind === 'offline' ? [state.nextTryAtMs] : [],
    );
    // Four tries each; at most 15 min apart, and seldom much sooner.
    expect(waits.length).toBeGreaterThan(96);
    expect(waits.length).toBeLessThan(400);

    machine.hasNetwork = true;
    void process.keeper.retry('system');
    await clock.run(MINUTE_MS);
    expect(process.keeper.state).toMatchObject({ kind: 'active' });
    const access = await process.keeper.getAccessToken();
    expect(access.kind === 'token' && service.isLive(access.token.reveal())).toBe(true);
    expect(ledger.delivered).toHaveLength(1);
    expect(service.reused).toBe(0);
    await process.keeper.close();
  },
);
