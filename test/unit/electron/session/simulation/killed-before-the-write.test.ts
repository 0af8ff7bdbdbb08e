import { expect, test } from 'vitest';
import { HOUR_MS } from './faulty-life.ts';
import { SimulatedMachine } from './simulated-machine.ts';

/** The process ends when new tokens have arrived and nothing of them is stored. */
async function killedBeforeTheWrite(rotates: boolean) {
  const machine = new SimulatedMachine({ seed: 1, rotates });
  const { clock, keyring, ledger } = machine;
  keyring.stored = machine.newConsent();
  const refreshToken = keyring.stored.refreshToken?.reveal();
  const process = machine.launch();
  void process.keeper.start();
  keyring.swallowsWrites = true;
  await clock.run(0.85 * HOUR_MS - 60_000);
  while (ledger.delivered.length === 0) {
    await clock.run(50);
  }
  expect(machine.hasUnstoredToken).toBe(true);
  process.kill();
  keyring.swallowsWrites = false;

  const { keeper, states } = machine.launch();
  void keeper.start();
  void keeper.getAccessToken();
  await clock.run(HOUR_MS / 4);
  return { ledger, keeper, refreshToken, states, stored: machine.keyring.stored };
}

test('a kill before the write loses nothing where the refresh token stays', async () => {
  const { keeper, ledger, refreshToken, states, stored } = await killedBeforeTheWrite(false);
  expect(keeper.state.kind).toBe('active');
  expect(states.map(({ kind }) => kind)).not.toContain('sign-in-needed');
  expect(stored?.refreshToken?.reveal()).toBe(refreshToken);
  expect(stored?.accessToken.reveal()).toBe(ledger.newestAccessToken);
  expect(ledger.delivered).toHaveLength(2);
});

test('a kill before the write of a rotated token is told, and what was stored kept aside', async () => {
  const { keeper, refreshToken, stored } = await killedBeforeTheWrite(true);
  expect(keeper.state).toMatchObject({ kind: 'sign-in-needed', reason: 'refused' });
  expect(stored?.setAside).toMatchObject({ reason: 'refused', triedByUser: false });
  expect(stored?.refreshToken?.reveal()).toBe(refreshToken);
});
