import { renewBeforeMs } from '../../../../../electron/session/renewal-date.ts';
import { drawEndpointFault } from './endpoint-fault.ts';
import { SimulatedMachine } from './simulated-machine.ts';
import type { SimulatedProcess } from './simulated-process.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A token is renewed at 85–90 % of its life; less what an answer may take. */
export const SHORTEST_GAP_MS = 0.85 * HOUR_MS - 5_000;
/** The longest pause between two tries (15 min), a long tick, the tries themselves. */
const LONGEST_SILENCE_MS = 20 * MINUTE_MS;

export type FaultKind =
  | 'endpoint'
  | 'network-gone'
  | 'keyring-locked'
  | 'sleep'
  | 'clock-set'
  | 'killed';

export interface SignIn {
  readonly atMs: number;
  readonly reason: string;
  /** The service took the refresh token no more when the app said so. */
  readonly isNeeded: boolean;
}

/**
 * Months of one machine: a fault every hour, and a caller that wants a token every 5–60 minutes
 * and looks in the service's own table whether it is good.
 */
export class FaultyLife {
  readonly machine: SimulatedMachine;
  readonly faults: Record<string, number> = {};
  readonly signIns: SignIn[] = [];
  /** What must not be, with the time: to be shown when a test fails. */
  readonly broken: string[] = [];
  calls = 0;
  /** Calls answered without a token although there was a network, for a reason. */
  excused = 0;
  readonly #startMs: number;
  #agenda: { readonly atMs: number; readonly run: () => void | Promise<void> }[] = [];
  #process: SimulatedProcess;
  #networkBackAtMs = 0;
  #keyringOpenAtMs = 0;
  #consentAtMs = 0;
  #isSigningIn = false;

  constructor(options: { readonly seed: number; readonly rotates: boolean }) {
    this.machine = new SimulatedMachine(options);
    this.#startMs = this.machine.clock.trueMs;
    this.#process = this.#launch();
    this.machine.clock.onSettled = () => this.#audit();
  }

  get process(): SimulatedProcess {
    return this.#process;
  }

  get faultCount(): number {
    return Object.values(this.faults).reduce((sum, count) => sum + count, 0);
  }

  get day(): number {
    return (this.machine.clock.trueMs - this.#startMs) / DAY_MS;
  }

  /** Signs in for the first time and lets `days` pass. */
  async live(days: number): Promise<void> {
    const { clock } = this.machine;
    await this.#start();
    await this.#signIn();
    this.#in(HOUR_MS, () => this.#fault());
    this.#in(MINUTE_MS, () => this.#call());
    const endMs = this.#startMs + days * DAY_MS;
    while (clock.trueMs < endMs) {
      this.#agenda.sort((a, b) => a.atMs - b.atMs);
      const next = this.#agenda.shift();
      if (next === undefined || next.atMs > endMs) {
        break;
      }
      if (next.atMs > clock.trueMs) {
        await clock.runUntil(next.atMs);
      }
      await next.run();
    }
    await clock.runUntil(endMs);
    this.#checkLog();
  }

  #in(delayMs: number, run: () => void | Promise<void>): void {
    this.#agenda.push({ atMs: this.machine.clock.trueMs + delayMs, run });
  }

  #break(what: string): void {
    this.broken.push(`day ${this.day.toFixed(4)}: ${what}`);
  }

  // --- the process ---

  #launch(): SimulatedProcess {
    const process = this.machine.launch();
    process.keeper.stateChanged.subscribe((state) => {
      if (state.kind === 'signed-out' && this.signIns.length > 0) {
        this.#break('signed out');
      }
      if (state.kind === 'sign-in-needed' && !this.#isSigningIn) {
        this.#isSigningIn = true;
        this.#plan(state.reason);
      }
    });
    return process;
  }

  async #start(): Promise<void> {
    // Runs while time passes: the keyring may be slow.
    void this.#process.keeper.start();
    await this.machine.clock.run(500);
  }

  #plan(reason: string): void {
    const { clock, random } = this.machine;
    const isNeeded = clock.trueMs >= renewBeforeMs(this.#consentAtMs);
    this.signIns.push({ atMs: clock.trueMs, reason, isNeeded });
    // The user comes by.
    this.#in(random.between(HOUR_MS, 20 * HOUR_MS), () => this.#signIn());
  }

  async #signIn(): Promise<void> {
    const { clock, keyring } = this.machine;
    if (!this.machine.hasNetwork || keyring.lock !== null) {
      this.#in(10 * MINUTE_MS, () => this.#signIn());
      return;
    }
    this.#consentAtMs = clock.trueMs;
    if (this.signIns.length === 0) {
      this.signIns.push({ atMs: clock.trueMs, reason: 'first', isNeeded: true });
    }
    const order = { way: 'import', tokens: this.machine.newConsent() } as const;
    void this.#process.keeper.signIn(order).then(() => {
      this.#isSigningIn = false;
    });
    await clock.run(MINUTE_MS);
  }

  // --- the caller ---

  #call(): void {
    this.#in(this.machine.random.between(5, 60) * MINUTE_MS, () => this.#call());
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const { clock, service } = this.machine;
    const { keeper } = this.#process;
    this.calls += 1;
    const result = await keeper.getAccessToken();
    if (!this.machine.hasNetwork) {
      return;
    }
    if (result.kind === 'token') {
      const token = result.token.reveal();
      if (!service.isLive(token)) {
        const seconds = Math.round(service.overdueMs(token) / 1_000);
        this.#break(`a token handed out that ended ${seconds} s before`);
      }
    } else if (this.#hasExcuse()) {
      this.excused += 1;
    } else {
      const behind = Math.round((clock.trueMs - this.machine.ledger.failedAtMs) / MINUTE_MS);
      this.#break(`no token while ${result.state.kind}, ${behind} min after the last failure`);
    }
  }

  /** Whether something outside is, or was a moment ago, the reason for having no token. */
  #hasExcuse(): boolean {
    const { clock, keyring, ledger } = this.machine;
    const lastMs = Math.max(
      ledger.failedAtMs,
      ledger.waitUntilMs,
      this.#networkBackAtMs,
      this.#keyringOpenAtMs,
    );
    return this.#isSigningIn || keyring.lock !== null || clock.trueMs - lastMs < LONGEST_SILENCE_MS;
  }

  // --- the faults ---

  async #fault(): Promise<void> {
    const { random } = this.machine;
    this.#in(random.between(0.5, 1.5) * HOUR_MS, () => this.#fault());
    const share = random.next();
    if (share < 0.68) {
      this.#breakEndpoint();
    } else if (share < 0.74) {
      this.#loseNetwork();
    } else if (share < 0.8) {
      this.#lockKeyring();
    } else if (share < 0.86) {
      await this.#sleep();
    } else if (share < 0.92) {
      this.#setClock();
    } else {
      await this.#restart();
    }
  }

  #count(kind: FaultKind): void {
    this.faults[kind] = (this.faults[kind] ?? 0) + 1;
  }

  #breakEndpoint(): void {
    const { random } = this.machine;
    this.#count('endpoint');
    this.machine.arm(drawEndpointFault(random), random.whole(1, 10));
  }

  #loseNetwork(): void {
    if (!this.machine.hasNetwork) {
      return;
    }
    this.#count('network-gone');
    this.machine.hasNetwork = false;
    this.#in(this.#logBetween(MINUTE_MS, DAY_MS), async () => {
      this.machine.hasNetwork = true;
      this.#networkBackAtMs = this.machine.clock.trueMs;
      // Not every system says so.
      if (this.machine.random.chance(0.6)) {
        void this.#process.keeper.retry('system');
      }
    });
  }

  #lockKeyring(): void {
    const { keyring, random } = this.machine;
    if (keyring.lock !== null) {
      return;
    }
    this.#count('keyring-locked');
    keyring.lock = random.pick(['looks-empty', 'says-so', 'prompts']);
    this.#in(this.#logBetween(10 * MINUTE_MS, 8 * HOUR_MS), async () => {
      keyring.unlock();
      this.#keyringOpenAtMs = this.machine.clock.trueMs;
      void this.#process.keeper.retry('system');
    });
  }

  async #sleep(): Promise<void> {
    this.#count('sleep');
    const isLong = this.machine.random.chance(0.03);
    this.machine.sleep(
      isLong ? this.#logBetween(DAY_MS, 3 * DAY_MS) : this.#logBetween(MINUTE_MS, 12 * HOUR_MS),
    );
    void this.#process.keeper.retry('system');
    void this.#ask();
  }

  #setClock(): void {
    const { clock, random } = this.machine;
    this.#count('clock-set');
    const to = random.chance(0.4) ? 0 : random.between(-DAY_MS, DAY_MS);
    const small = random.between(-2 * HOUR_MS, 2 * HOUR_MS);
    this.machine.setWall(random.chance(0.5) ? to - clock.aheadMs : small);
  }

  async #restart(): Promise<void> {
    const { clock, service, ledger } = this.machine;
    if (service.rotates) {
      // A rotated token that dies with its process is lost to any client: a test of its own.
      while (this.machine.hasUnstoredToken || this.#process.keeper.state.kind === 'refreshing') {
        await clock.run(MINUTE_MS);
        if (!this.machine.hasNetwork || this.machine.keyring.lock !== null) {
          return;
        }
      }
    } else {
      // At any point, the middle of a request included.
      void this.#process.keeper.retry('system');
      await clock.run(this.machine.random.between(0, 1_000));
    }
    this.#count('killed');
    if (this.machine.hasUnstoredToken) {
      ledger.because('token-not-stored');
    }
    this.#checkLog();
    this.#process.kill();
    this.#process = this.#launch();
    await this.#start();
  }

  // --- what must always hold ---

  #audit(): void {
    const fault = this.#process.timerFault();
    if (fault !== null && this.broken.length < 100) {
      this.#break(fault);
    }
  }

  #checkLog(): void {
    if (/sim-(access|refresh)-/.test(this.#process.logger.text)) {
      this.#break('a token in the log');
    }
  }

  /** Short spans are as frequent as long ones. */
  #logBetween(fromMs: number, toMs: number): number {
    return fromMs * (toMs / fromMs) ** this.machine.random.next();
  }
}
