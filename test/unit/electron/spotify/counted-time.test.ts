import { describe, expect, it } from 'vitest';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';
import { SimulatedMachine } from './simulated-machine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GAP = 18 * HOUR;

/** Counts on a machine; `passed` is what has been counted since the last look. */
function counting(tellsUptime: boolean) {
  const machine = new SimulatedMachine(tellsUptime);
  const store = new MemoryLedgerStore();
  const start = () => new CountedTime(machine.startProcess(), store, silentLogger);
  let time = start();
  let lastMs = time.nowMs();
  return {
    machine,
    store,
    restart: () => {
      time = start();
    },
    close: () => time.close(),
    passed: () => {
      const before = lastMs;
      lastMs = time.nowMs();
      return lastMs - before;
    },
  };
}

it('begins as the time of the wall clock, and says so to the store', () => {
  const { machine, store } = counting(true);
  expect(store.clock).toMatchObject({ countedMs: machine.realMs, wallMs: machine.realMs });
});

describe.each([
  ['with uptime', true],
  ['without uptime', false],
])('counted time %s', (_what, tellsUptime) => {
  it('passes as time does while the machine runs', () => {
    const { machine, passed } = counting(tellsUptime);
    machine.run(5 * HOUR);
    expect(passed()).toBe(5 * HOUR);
  });

  it('counts a night of sleep', () => {
    const { machine, passed } = counting(tellsUptime);
    machine.run(MINUTE);
    machine.sleep(9 * HOUR);
    expect(passed()).toBe(9 * HOUR + MINUTE);
  });

  it('counts many short naps, looked at in between', () => {
    const { machine, passed } = counting(tellsUptime);
    let counted = 0;
    for (let nap = 0; nap < 600; nap += 1) {
      machine.run(1_000);
      machine.sleep(100_000);
      counted += passed();
    }
    expect(counted).toBeGreaterThan(600 * 101_000 - 3 * MINUTE);
    expect(counted).toBeLessThanOrEqual(600 * 101_000);
  });

  it('does not go back with the wall clock, nor stand still', () => {
    const { machine, passed } = counting(tellsUptime);
    machine.setWallClock(-30 * DAY);
    expect(passed()).toBe(0);
    machine.run(HOUR);
    expect(passed()).toBe(HOUR);
  });

  it('goes on over a restart as if nothing had happened', () => {
    const { machine, passed, restart } = counting(tellsUptime);
    machine.run(HOUR);
    restart();
    expect(passed()).toBe(HOUR);
    machine.run(2 * MINUTE);
    restart();
    expect(passed()).toBe(2 * MINUTE);
  });

  it('counts the hours that the machine was off', () => {
    const { machine, passed, restart } = counting(tellsUptime);
    machine.reboot(11 * HOUR);
    restart();
    expect(passed()).toBe(11 * HOUR);
  });

  it('counts 18 hours of a week that the machine was off', () => {
    const { machine, passed, restart } = counting(tellsUptime);
    machine.reboot(7 * DAY);
    restart();
    expect(passed()).toBe(GAP);
  });

  it('is not gained by a clock that is set back and forth between restarts', () => {
    const { machine, passed, restart } = counting(tellsUptime);
    let counted = 0;
    for (let round = 0; round < 10; round += 1) {
      machine.setWallClock(30 * DAY);
      restart();
      counted += passed();
      machine.setWallClock(-30 * DAY);
      restart();
      counted += passed();
    }
    expect(counted).toBe(GAP);
  });

  it('is never stuck by being restarted before anything leaves the window', () => {
    const { machine, passed, restart } = counting(tellsUptime);
    let counted = 0;
    for (let day = 0; day < 4; day += 1) {
      machine.run(HOUR);
      machine.reboot(3 * DAY);
      restart();
      counted += passed();
    }
    expect(counted).toBe(4 * GAP);
  });
});

it('is not moved by setting the wall clock where the machine tells its uptime', () => {
  const { machine, passed, restart } = counting(true);
  machine.setWallClock(40 * DAY);
  expect(passed()).toBe(0);
  machine.run(1_000);
  // Also for the next process, which finds a clock that agrees with the one last seen.
  restart();
  expect(passed()).toBe(1_000);
});

it('is moved by 18 hours where it does not, and only once back and forth', () => {
  const { machine, passed } = counting(false);
  let counted = 0;
  for (let round = 0; round < 10; round += 1) {
    machine.setWallClock(30 * DAY);
    counted += passed();
    machine.setWallClock(-30 * DAY);
    counted += passed();
  }
  expect(counted).toBe(GAP);
});

it('counts exactly through a week of sleep where the machine tells its uptime', () => {
  const { machine, passed } = counting(true);
  machine.sleep(7 * DAY);
  expect(passed()).toBe(7 * DAY);
});

it('takes the hours of a machine that was started anew from its uptime, whatever the wall says', () => {
  const { machine, passed, restart } = counting(true);
  machine.reboot(MINUTE);
  machine.run(3 * HOUR);
  machine.setWallClock(-10 * DAY);
  restart();
  expect(passed()).toBe(3 * HOUR);
});

it('writes down how far it came when it is closed', () => {
  const { close, machine, store } = counting(false);
  machine.run(5 * MINUTE);
  expect(store.clock?.countedMs).toBe(machine.realMs - 5 * MINUTE);
  close();
  expect(store.clock?.countedMs).toBe(machine.realMs);
});

it('begins anew from the wall clock where its note cannot be read', () => {
  class DamagedStore extends MemoryLedgerStore {
    override readClock(): never {
      throw new Error('damaged');
    }
  }
  const machine = new SimulatedMachine(true);
  const time = new CountedTime(machine.startProcess(), new DamagedStore(), silentLogger);
  expect(time.nowMs()).toBe(machine.realMs);
});
