import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestLimits } from '../../../../electron/spotify/admission.ts';
import { CoolDownKeeper } from '../../../../electron/spotify/cool-down-keeper.ts';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import { Gate, type GateOutcome } from '../../../../electron/spotify/gate.ts';
import { Ledger } from '../../../../electron/spotify/ledger.ts';
import type { RequestOrigin } from '../../../../electron/spotify/spotify-api.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';

interface Started {
  readonly name: string;
  readonly atMs: number;
  readonly finish: () => void;
}

let clock: ManualClock;
let coolDowns: CoolDownKeeper;
let limits: RequestLimits;
let gate: Gate;
let started: Started[];
/** Names of those for whom a token was asked. */
let prepared: string[];

beforeEach(() => {
  clock = new ManualClock();
  const store = new MemoryLedgerStore();
  const time = new CountedTime(clock, store, silentLogger);
  const parts = { clock, time, store, logger: silentLogger };
  coolDowns = new CoolDownKeeper({ ...parts, clientId: () => 'client' });
  limits = { perDay: 800, perFamilyPerDay: 500 };
  gate = new Gate({
    clock,
    coolDowns,
    ledger: new Ledger({ ...parts, assumedWhereLost: () => 0 }),
    limits: () => limits,
  });
  started = [];
  prepared = [];
});

function ask(
  name: string,
  options: { origin?: RequestOrigin; signal?: AbortSignal; token?: Promise<unknown> } = {},
): Promise<GateOutcome<string>> {
  return gate.run({
    family: 'library',
    origin: options.origin ?? 'monitor',
    signal: options.signal ?? new AbortController().signal,
    prepare: async () => {
      prepared.push(name);
      await options.token;
      return {
        kind: 'ready',
        send: () =>
          new Promise((resolve) => {
            started.push({
              name,
              atMs: clock.monotonicMs(),
              finish: () => resolve(name),
            });
          }),
      };
    },
  });
}

const names = () => started.map((start) => start.name);
const finishAll = () => {
  for (const start of started) {
    start.finish();
  }
};

describe('Gate', () => {
  it('starts at most two at once', async () => {
    void ask('a');
    void ask('b');
    void ask('c');
    await clock.advance(10_000);
    expect(names()).toEqual(['a', 'b']);
    started[0]?.finish();
    await clock.advance(0);
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  it('leaves 100 ms between starts, however fast the answers are', async () => {
    for (const name of ['a', 'b', 'c', 'd']) {
      void ask(name);
    }
    for (let step = 0; step < 100; step += 1) {
      await clock.advance(5);
      finishAll();
    }
    expect(started.map((start) => start.atMs)).toEqual([0, 100, 200, 300]);
  });

  it("lets the user's requests go first", async () => {
    void ask('a');
    void ask('b');
    void ask('monitor');
    void ask('user', { origin: 'by-hand' });
    await clock.advance(1_000);
    finishAll();
    await clock.advance(1_000);
    expect(names()).toEqual(['a', 'user', 'b', 'monitor']);
  });

  it('lets the monitor have every fourth turn, however much the user asks', async () => {
    void ask('a');
    void ask('b');
    for (let request = 1; request <= 8; request += 1) {
      void ask(`user-${request}`, { origin: 'by-hand' });
    }
    void ask('monitor-1');
    void ask('monitor-2');
    for (let step = 0; step < 40; step += 1) {
      await clock.advance(100);
      finishAll();
    }
    const user = (from: number, through: number) =>
      Array.from({ length: through - from + 1 }, (_, index) => `user-${from + index}`);
    expect(names()).toEqual([
      ...['a', ...user(1, 3), 'b'],
      ...[...user(4, 6), 'monitor-1'],
      ...[...user(7, 8), 'monitor-2'],
    ]);
  });

  it('refuses until enough has left the window when the budget is lowered below its use', async () => {
    for (let request = 0; request < 60; request += 1) {
      void ask(String(request), { origin: 'by-hand' });
      await clock.advance(60_000);
      finishAll();
    }
    const firstMs = clock.nowMs() - 60 * 60_000;
    limits = { perDay: 50, perFamilyPerDay: 500 };
    // 49 may be left in the window for the user: the 11 oldest have to leave it.
    const untilMs = firstMs + 10 * 60_000 + 24 * 3_600_000;
    expect(gate.look({ family: 'library', origin: 'by-hand' })).toEqual({
      kind: 'not-now',
      reason: 'budget-spent',
      untilMs,
    });
    await clock.advance(untilMs - clock.nowMs() - 1);
    expect(gate.look({ family: 'library', origin: 'by-hand' }).kind).toBe('not-now');
    await clock.advance(1);
    expect(gate.look({ family: 'library', origin: 'by-hand' })).toEqual({ kind: 'go' });
    expect(gate.look({ family: 'library', origin: 'monitor' }).kind).toBe('not-now');
  });

  it('never gives a family more than the day has', async () => {
    limits = { perDay: 50, perFamilyPerDay: 5_000 };
    for (let request = 0; request < 60; request += 1) {
      void ask(String(request), { origin: 'by-hand' });
      await clock.advance(100);
      finishAll();
    }
    expect(names()).toHaveLength(50);
  });

  it('refuses at once during a cool-down, without asking for a token', async () => {
    const { untilMs } = coolDowns.begin({ reason: 'rate-limited', retryAfterMs: 9_000 });
    expect(await ask('a')).toEqual({
      kind: 'refused',
      failure: { kind: 'not-now', reason: 'rate-limited', untilMs },
    });
    expect(prepared).toEqual([]);
  });

  it('refuses those in line when a cool-down begins', async () => {
    void ask('a');
    await clock.advance(0);
    const inLine = [ask('b'), ask('c'), ask('d')];
    coolDowns.begin({ reason: 'quota-exhausted', retryAfterMs: null });
    await clock.advance(100);
    const outcomes = await Promise.all(inLine);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['refused', 'refused', 'refused']);
    expect(names()).toEqual(['a']);
  });

  it('looks again when a cool-down began while the token was fetched', async () => {
    let give: (value?: unknown) => void = () => undefined;
    const token = new Promise((resolve) => {
      give = resolve;
    });
    const waiting = ask('a', { token });
    await clock.advance(0);
    coolDowns.begin({ reason: 'rate-limited', retryAfterMs: null });
    give();
    expect(await waiting).toMatchObject({ kind: 'refused' });
    expect(names()).toEqual([]);
  });

  it('never goes beyond the budget, also with a whole queue waiting', async () => {
    limits = { perDay: 5, perFamilyPerDay: 500 };
    const all = Array.from({ length: 12 }, (_, index) => ask(String(index)));
    for (let step = 0; step < 30; step += 1) {
      await clock.advance(100);
      finishAll();
    }
    const outcomes = await Promise.all(all);
    expect(started).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome.kind === 'refused')).toHaveLength(7);
  });

  it('lets the caller leave the line', async () => {
    const leaving = new AbortController();
    void ask('a');
    void ask('b');
    const left = ask('c', { signal: leaving.signal });
    leaving.abort();
    expect(await left).toEqual({ kind: 'refused', failure: { kind: 'network', code: 'aborted' } });
    await clock.advance(1_000);
    finishAll();
    await clock.advance(1_000);
    expect(names()).toEqual(['a', 'b']);
  });

  it('goes on after a start that failed', async () => {
    const broken = gate.run({
      family: 'library',
      origin: 'monitor',
      signal: new AbortController().signal,
      prepare: () => Promise.reject(new Error('no keychain')),
    });
    await expect(broken).rejects.toThrow('no keychain');
    void ask('a');
    await clock.advance(0);
    expect(names()).toEqual(['a']);
  });

  it('sets no timer while nobody waits', async () => {
    void ask('a');
    await clock.advance(0);
    finishAll();
    await clock.advance(0);
    expect(clock.pendingCount).toBe(0);
  });
});
