import { beforeEach, describe, expect, it } from 'vitest';
import { type Caller, Reachability } from '../../../../electron/spotify/reachability.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const monitor = (): Caller => ({ origin: 'monitor' });

let clock: ManualClock;
let isOnline: boolean;
let reachability: Reachability;

beforeEach(() => {
  clock = new ManualClock();
  isOnline = true;
  reachability = new Reachability({ clock, random: () => 0, isOnline: () => isOnline });
});

/** A call that may go, fails once, and ends. */
function failOnce(code = 'ENETUNREACH'): Caller {
  const caller = monitor();
  expect(reachability.admit(caller)).toBeNull();
  reachability.failed(caller, code, 'free');
  reachability.leave(caller);
  return caller;
}

describe('while Spotify is within reach', () => {
  it('everybody may go at once', () => {
    expect([monitor(), monitor(), monitor()].map((caller) => reachability.admit(caller))).toEqual([
      null,
      null,
      null,
    ]);
    expect(reachability.isOut).toBe(false);
  });

  it('the first call that fails goes on trying, and all others are told so at once', () => {
    const [first, second] = [monitor(), monitor()];
    reachability.admit(first);
    reachability.admit(second);
    reachability.failed(first, 'ECONNRESET', 'request');
    reachability.failed(second, 'ECONNRESET', 'request');
    expect(reachability.refusal(first)).toBeNull();
    expect(reachability.refusal(second)).toMatchObject({ code: 'ECONNRESET', untried: true });
    expect(reachability.refusal({ origin: 'by-hand' })).toMatchObject({ untried: true });
  });
});

describe('while Spotify is out of reach', () => {
  it('nobody looks before the pause is over, and then one does', async () => {
    failOnce();
    expect(reachability.refusal(monitor())).toEqual({
      kind: 'network',
      code: 'ENETUNREACH',
      nextTryAtMs: clock.nowMs() + 1_000,
      untried: true,
    });
    await clock.advance(1_000);
    const prober = monitor();
    expect(reachability.admit(prober)).toBeNull();
    expect(reachability.admit(monitor())).toMatchObject({ untried: true });
    expect(reachability.admit({ origin: 'by-hand' })).toMatchObject({ untried: true });
    reachability.answered();
    expect(reachability.isOut).toBe(false);
    expect([monitor(), monitor()].map((caller) => reachability.admit(caller))).toEqual([
      null,
      null,
    ]);
  });

  it('the pauses grow from look to look', async () => {
    failOnce();
    const pauses: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      const { nextTryAtMs = 0 } = reachability.refusal(monitor()) ?? {};
      pauses.push(nextTryAtMs - clock.nowMs());
      await clock.advance(pauses.at(-1) ?? 0);
      failOnce();
    }
    expect(pauses).toEqual([1_000, 1_500, 2_250, 3_375, 5_063, 7_594, 11_391, 17_086]);
  });

  it('a call that tries again by itself counts once', async () => {
    const caller = monitor();
    reachability.admit(caller);
    for (let time = 0; time < 4; time += 1) {
      reachability.failed(caller, 'ECONNRESET', 'request');
    }
    reachability.leave(caller);
    expect(reachability.refusal(monitor())?.nextTryAtMs).toBe(clock.nowMs() + 1_000);
  });

  it('a call that leaves without a try gives its place to the next', async () => {
    failOnce();
    await clock.advance(1_000);
    const prober = monitor();
    reachability.admit(prober);
    reachability.leave(prober);
    expect(reachability.admit(monitor())).toBeNull();
  });

  it('a user may look at once, though only one at a time', async () => {
    failOnce();
    const user: Caller = { origin: 'by-hand' };
    expect(reachability.admit(user)).toBeNull();
    expect(reachability.admit({ origin: 'by-hand' })).toMatchObject({ untried: true });
  });

  it('word from outside brings the next look forward, however long the pause', async () => {
    for (let failures = 0; failures < 12; failures += 1) {
      await clock.advance(60_000);
      failOnce();
    }
    await clock.advance(1_000);
    expect(reachability.refusal(monitor())).not.toBeNull();
    reachability.expect();
    expect(reachability.refusal(monitor())).toBeNull();
  });

  it('word from outside that keeps coming cannot flood', async () => {
    let looks = 0;
    failOnce();
    for (let turn = 0; turn < 6_000; turn += 1) {
      await clock.advance(10);
      reachability.expect();
      if (reachability.refusal(monitor()) === null) {
        looks += 1;
        failOnce();
      }
    }
    expect(looks).toBeLessThanOrEqual(60);
  });

  it('a machine that slept looks at once, and a clock that was set back delays nothing', async () => {
    failOnce();
    failOnceLater();
    clock.jump(3_600_000);
    expect(reachability.refusal(monitor())).toBeNull();
    failOnce();
    clock.jump(-3_600_000);
    await clock.advance(4_000);
    expect(reachability.refusal(monitor())).toBeNull();
  });

  function failOnceLater(): void {
    clock.jump(1_000);
    failOnce();
  }
});

describe('while the system says that it is offline', () => {
  it('nothing is tried, not even by hand', () => {
    isOnline = false;
    for (const origin of ['monitor', 'by-hand'] as const) {
      expect(reachability.admit({ origin })).toMatchObject({
        code: 'SYSTEM_OFFLINE',
        untried: true,
      });
    }
  });

  it('stops the call that was trying again', () => {
    const caller = monitor();
    reachability.admit(caller);
    reachability.failed(caller, 'ECONNRESET', 'request');
    isOnline = false;
    expect(reachability.refusal(caller)).toMatchObject({ code: 'SYSTEM_OFFLINE' });
  });

  it('whoever asks on time is told to ask ever later, whoever asks in between is not', async () => {
    isOnline = false;
    const leftMs = (): number =>
      (reachability.refusal(monitor())?.nextTryAtMs ?? 0) - clock.nowMs();
    expect(leftMs()).toBe(1_000);
    await clock.advance(400);
    expect(leftMs()).toBe(600);
    await clock.advance(59_600);
    expect(leftMs()).toBe(6_000);
    for (let look = 0; look < 40; look += 1) {
      await clock.advance(leftMs());
    }
    expect(leftMs()).toBe(30_000);
  });

  it('and then online again, one call looks at once and the rest waits for it', () => {
    isOnline = false;
    reachability.refusal(monitor());
    isOnline = true;
    const prober = monitor();
    expect(reachability.admit(prober)).toBeNull();
    expect(reachability.admit(monitor())).toMatchObject({ untried: true });
    reachability.failed(prober, 'ECONNREFUSED', 'free');
    reachability.leave(prober);
    expect(reachability.refusal(monitor())).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
