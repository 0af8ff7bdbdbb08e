import { afterEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { seededRandom } from '../../session/simulation/seeded-random.ts';
import { PatientReader, type SimulatedClient, simulatedClient } from './simulated-client.ts';
import { type DownAs, SimulatedNetwork } from './simulated-network.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const PAGES = 600;

let simulated: SimulatedClient;
afterEach(() => simulated.close());

interface World {
  readonly clock: ManualClock;
  readonly network: SimulatedNetwork;
  readonly reader: PatientReader;
}

function world(downAs: DownAs, system: 'knows' | 'says online', seed = 1): World {
  const clock = new ManualClock();
  const network = new SimulatedNetwork(clock, downAs);
  simulated = simulatedClient(
    clock,
    network,
    seededRandom(seed).next,
    system === 'knows' ? () => network.isUp : () => true,
  );
  return { clock, network, reader: new PatientReader(clock, simulated.client, PAGES) };
}

/** The most that happened within any such span. */
function mostWithin(timesMs: readonly number[], spanMs: number): number {
  return Math.max(
    0,
    ...timesMs.map(
      (startMs) => timesMs.filter((ms) => ms >= startMs && ms < startMs + spanMs).length,
    ),
  );
}

describe.each([1, 2, 3, 4, 5])(
  'a network that is up 2 s and down 3 s, for 10 minutes (%i)',
  (seed) => {
    it.each<[DownAs, 'knows' | 'says online']>([
      ['refused', 'knows'],
      ['refused', 'says online'],
      ['silent', 'knows'],
      ['silent', 'says online'],
    ])('neither floods nor starves: %s, the system %s', async (downAs, system) => {
      const { clock, network, reader } = world(downAs, system, seed);
      network.flap(2 * SECOND, 3 * SECOND, 10 * MINUTE);
      reader.start();
      await clock.advance(10 * MINUTE);
      expect(reader.isDone).toBe(true);
      expect(network.answered).toHaveLength(PAGES);
      const downs = [...network.startedWhileDown.values()];
      expect(Math.max(0, ...downs)).toBeLessThanOrEqual(system === 'knows' ? 0 : 4);
      expect(mostWithin(network.lost, SECOND)).toBeLessThanOrEqual(3);
    });
  },
);

describe('a night without Spotify', () => {
  it('costs no try while the system says so, and ends within a minute', async () => {
    const { clock, network, reader } = world('refused', 'knows');
    network.fall();
    reader.start();
    await clock.advance(8 * HOUR);
    expect(network.lost).toEqual([]);
    network.rise();
    await clock.advance(MINUTE);
    expect(reader.pages).toBeGreaterThan(0);
  });

  it('costs one try a minute at most where the system does not know, and ends within one', async () => {
    const { clock, network, reader } = world('refused', 'says online');
    network.fall();
    reader.start();
    await clock.advance(8 * HOUR);
    expect(network.lost.length).toBeGreaterThan(8 * 60 * 0.9);
    expect(network.lost.length).toBeLessThan(8 * 60 * 2);
    expect(simulated.usedInLastDay()).toBe(0);
    network.rise();
    await clock.advance(MINUTE);
    expect(reader.pages).toBeGreaterThan(0);
  });

  it('ends at once with word from outside, and word that comes all the time does not flood', async () => {
    const { clock, network, reader } = world('refused', 'says online');
    network.fall();
    reader.start();
    await clock.advance(HOUR);
    const before = network.lost.length;
    for (let word = 0; word < 600; word += 1) {
      await clock.advance(100);
      simulated.reachability.expect();
      reader.start();
    }
    expect(network.lost.length - before).toBeLessThanOrEqual(60);
    network.rise();
    await clock.advance(SECOND);
    simulated.reachability.expect();
    reader.start();
    await clock.advance(SECOND);
    expect(reader.pages).toBeGreaterThan(0);
  });
});

describe('twenty requests on the return of the network', () => {
  it('are one until it has answered', async () => {
    const { clock, network } = world('silent', 'knows');
    network.fall();
    const ask = (offset: number) =>
      simulated.client.get(
        { origin: 'monitor', path: '/me/tracks', query: { offset } },
        () => true,
      );
    expect(await ask(0)).toMatchObject({ failure: { code: 'SYSTEM_OFFLINE', untried: true } });
    network.rise();
    network.roundTripMs = 5 * SECOND;
    const all = Promise.all(Array.from({ length: 20 }, (_, page) => ask(page)));
    await clock.advance(5 * SECOND);
    const refused = (await all).filter(({ kind }) => kind === 'failed');
    expect(refused).toHaveLength(19);
    for (const result of refused) {
      expect(result).toMatchObject({ failure: { untried: true } });
    }
    expect(network.answered).toHaveLength(1);
    const more = Promise.all([ask(30), ask(31)]);
    await clock.advance(10 * SECOND);
    expect((await more).map(({ kind }) => kind)).toEqual(['ok', 'ok']);
  });
});
