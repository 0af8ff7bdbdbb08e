import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestLimits } from '../../../../electron/spotify/admission.ts';
import { CoolDownKeeper } from '../../../../electron/spotify/cool-down-keeper.ts';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import { TOLERATED_DRIFT_MS } from '../../../../electron/spotify/elapsed-time.ts';
import { Gate } from '../../../../electron/spotify/gate.ts';
import { Ledger } from '../../../../electron/spotify/ledger.ts';
import { LONGEST_WAIT_MS } from '../../../../electron/spotify/retry-after.ts';
import type { RequestOrigin } from '../../../../electron/spotify/spotify-api.ts';
import type { Clock } from '../../../../shared/clock.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { type RequestFamily, requestFamilySchema } from '../../../../shared/request-family.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';
import { SimulatedMachine } from './simulated-machine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What a clock set ahead can free at most, once (`creditFor`). */
const CREDIT = 18 * HOUR;

type Event =
  | { readonly kind: 'run' | 'sleep' | 'kill' | 'reboot' | 'set-clock'; readonly ms: number }
  | { readonly kind: 'look' | 'wait-as-told' }
  | { readonly kind: 'budget'; readonly limits: RequestLimits }
  | { readonly kind: 'quota'; readonly ms: number }
  | {
      readonly kind: 'ask';
      readonly count: number;
      readonly origin: RequestOrigin;
      readonly family: RequestFamily;
    };

/** Short ones more often. */
const length = (maxHours: number) =>
  fc
    .integer({ min: 0, max: 1_000 })
    .map((part) => Math.round((part / 1_000) ** 3 * maxHours * HOUR));

const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('run'), ms: length(12) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sleep'), ms: length(80) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill'), ms: length(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reboot'), ms: length(80) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('set-clock'),
      ms: fc.tuple(length(40 * 24), fc.boolean()).map(([ms, ahead]) => (ahead ? ms : -ms)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom<'look' | 'wait-as-told'>('look', 'wait-as-told'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('budget'),
      limits: fc.record({
        perDay: fc.integer({ min: 1, max: 40 }),
        perFamilyPerDay: fc.integer({ min: 1, max: 60 }),
      }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask'),
      count: fc.integer({ min: 1, max: 30 }),
      origin: fc.constantFrom<RequestOrigin>('monitor', 'by-hand'),
      family: fc.constantFrom(...requestFamilySchema.options),
    }),
  },
);

const withQuota = fc.oneof(
  { weight: 6, arbitrary: events },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('quota'), ms: length(60) }) },
);

/** The parts of the ledger on a machine, through a history; it knows what really happened. */
class Life {
  readonly machine: SimulatedMachine;
  readonly admitted: { readonly realMs: number; readonly family: RequestFamily }[] = [];
  readonly blocks: { readonly fromMs: number; readonly untilMs: number }[] = [];
  /** When a clock that had been set ahead was seen for the first time. */
  readonly seenAheadMs: number[] = [];
  starts = 0;
  limits: RequestLimits = { perDay: 30, perFamilyPerDay: 20 };
  readonly #store = new MemoryLedgerStore();
  #aheadUnseen = 0;
  #clock: Clock;
  gate: Gate;
  ledger: Ledger;
  coolDowns: CoolDownKeeper;

  constructor(tellsUptime: boolean) {
    this.machine = new SimulatedMachine(tellsUptime);
    this.#clock = this.machine.startProcess();
    ({ gate: this.gate, ledger: this.ledger, coolDowns: this.coolDowns } = this.#start());
  }

  happen(event: Event): void {
    const { machine } = this;
    switch (event.kind) {
      case 'run':
        machine.run(event.ms);
        return;
      case 'sleep':
        machine.sleep(event.ms);
        return;
      case 'kill':
        // The machine goes on for that long without the app.
        machine.run(event.ms);
        this.restart();
        return;
      case 'reboot':
        machine.reboot(event.ms);
        this.restart();
        return;
      case 'set-clock':
        machine.setWallClock(event.ms);
        this.#aheadUnseen += event.ms > 0 ? 1 : 0;
        return;
      case 'look':
        this.look();
        return;
      case 'wait-as-told': {
        const told = this.gate.look({ family: 'library', origin: 'by-hand' });
        this.#seen();
        machine.run(told.kind === 'go' ? 0 : Math.max(0, told.untilMs - this.#clock.nowMs()));
        return;
      }
      case 'budget':
        this.limits = event.limits;
        return;
      case 'quota': {
        this.look();
        const waitMs = Math.max(1_000, event.ms);
        this.coolDowns.begin({ reason: 'quota-exhausted', retryAfterMs: waitMs });
        const fromMs = machine.realMs;
        this.blocks.push({ fromMs, untilMs: fromMs + Math.min(LONGEST_WAIT_MS, waitMs) });
        return;
      }
      case 'ask':
        for (let asked = 0; asked < event.count; asked += 1) {
          this.#ask(event.family, event.origin);
        }
    }
  }

  look(): void {
    this.ledger.usage();
    this.#seen();
  }

  restart(): void {
    ({ gate: this.gate, ledger: this.ledger, coolDowns: this.coolDowns } = this.#start());
    this.#seen();
  }

  /** Requests that really were made within the 24 hours that end now. */
  inLastDay(family?: RequestFamily): number {
    const sinceMs = this.machine.realMs - DAY;
    return this.admitted.filter(
      (request) => request.realMs > sinceMs && (family ?? request.family) === request.family,
    ).length;
  }

  #ask(family: RequestFamily, origin: RequestOrigin): void {
    this.#seen();
    if (this.gate.look({ family, origin }).kind === 'go') {
      this.ledger.reserve(family);
      this.admitted.push({ realMs: this.machine.realMs, family });
    }
  }

  #seen(): void {
    this.seenAheadMs.push(...Array.from({ length: this.#aheadUnseen }, () => this.machine.realMs));
    this.#aheadUnseen = 0;
  }

  #start() {
    this.starts += 1;
    const clock = this.machine.startProcess();
    this.#clock = clock;
    const store = this.#store;
    const parts = { clock, store, time: new CountedTime(clock, store, silentLogger) };
    const logger = silentLogger;
    const ledger = new Ledger({ ...parts, logger, assumedWhereLost: () => 0 });
    const coolDowns = new CoolDownKeeper({ ...parts, logger, clientId: () => 'one' });
    const gate = new Gate({ clock, ledger, coolDowns, limits: () => this.limits });
    return { gate, ledger, coolDowns };
  }
}

const RUNS = { numRuns: 300 };
const history = (of: fc.Arbitrary<Event> = events) => fc.array(of, { maxLength: 60 });

/**
 * The app looks at the clock after it was set: at the latest when it is next asked for anything.
 * Less than 2 minutes are drift to it, and what such a step ahead gains at a restart is less, too.
 */
function whileRunning(life: Life, event: Event): void {
  if (event.kind === 'set-clock' && Math.abs(event.ms) <= TOLERATED_DRIFT_MS) {
    return;
  }
  life.happen(event);
  if (event.kind === 'set-clock') {
    life.look();
  }
}

describe('within any real 24 hours', () => {
  it('never more requests than the budget, whatever the clock is set to while the app runs', () => {
    fc.assert(
      fc.property(history(), (all) => {
        const life = new Life(true);
        for (const event of all) {
          const before = life.admitted.length;
          whileRunning(life, event);
          if (event.kind === 'ask' && life.admitted.length > before) {
            expect(life.inLastDay()).toBeLessThanOrEqual(life.limits.perDay);
            expect(life.inLastDay(event.family)).toBeLessThanOrEqual(life.limits.perFamilyPerDay);
          }
        }
      }),
      RUNS,
    );
  });

  it('never more than the budget for each 18 hours that a clock set ahead was taken for', () => {
    fc.assert(
      fc.property(history(), fc.boolean(), (all, tellsUptime) => {
        const life = new Life(tellsUptime);
        let mostPerDay = life.limits.perDay;
        for (const event of all) {
          life.happen(event);
          mostPerDay = Math.max(mostPerDay, life.limits.perDay);
          const sinceMs = life.machine.realMs - DAY;
          const credits = life.seenAheadMs.filter((realMs) => realMs > sinceMs).length;
          const days = Math.ceil((DAY + credits * CREDIT) / DAY);
          expect(life.inLastDay()).toBeLessThanOrEqual(mostPerDay * days);
        }
      }),
      RUNS,
    );
  });
});

describe('after 24 hours of a running machine', () => {
  it.each([
    ['in one go', 24],
    ['with a restart every hour', 1],
  ])('%s everything is free again, whatever happened before', (_what, hoursAtOnce) => {
    fc.assert(
      fc.property(history(withQuota), fc.boolean(), (all, tellsUptime) => {
        const life = new Life(tellsUptime);
        for (const event of all) {
          life.happen(event);
        }
        life.look();
        // Without the uptime a debt is paid off with the hours before a kill: they could be sleep.
        // (And an hour for steps back so small that nobody noticed.)
        const needed = tellsUptime || hoursAtOnce === 24 ? 24 : 24 + CREDIT / HOUR + 1;
        for (let hours = 0; hours < needed; hours += hoursAtOnce) {
          life.machine.run(hoursAtOnce * HOUR);
          if (hoursAtOnce < 24) {
            life.restart();
          }
        }
        expect(life.ledger.usage().day.used).toBe(0);
        life.machine.run(DAY);
        expect(life.coolDowns.current()).toBeNull();
        expect(life.gate.look({ family: 'library', origin: 'monitor' })).toEqual({ kind: 'go' });
      }),
      RUNS,
    );
  });
});

describe('a cool-down', () => {
  it('never ends before its time, whatever the clock is set to while the app runs', () => {
    fc.assert(
      fc.property(history(withQuota), (all) => {
        const life = new Life(true);
        for (const event of all) {
          whileRunning(life, event);
          const nowMs = life.machine.realMs;
          if (life.blocks.some(({ untilMs }) => nowMs < untilMs)) {
            expect(life.coolDowns.current()?.reason).toBe('quota-exhausted');
          }
        }
      }),
      RUNS,
    );
  });

  it('never ends more than 18 hours early for each clock set ahead that could be sleep', () => {
    fc.assert(
      fc.property(history(withQuota), fc.boolean(), (all, tellsUptime) => {
        const life = new Life(tellsUptime);
        for (const event of all) {
          life.happen(event);
          life.look();
          const nowMs = life.machine.realMs;
          const early = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }) =>
            untilMs -
            CREDIT * life.seenAheadMs.filter((seenMs) => seenMs >= fromMs).length -
            TOLERATED_DRIFT_MS * life.starts;
          if (life.blocks.some((block) => nowMs < early(block))) {
            expect(life.coolDowns.current()?.reason).toBe('quota-exhausted');
          }
        }
      }),
      RUNS,
    );
  });
});
