import { SessionKeeper } from '../../../../../electron/session/session-keeper.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-settings.ts';
import type { SessionState } from '../../../../../shared/session-state.ts';
import { memoryRefreshLog } from '../../../../doubles/memory-refresh-log.ts';
import { singleCacheShelf } from '../../../../doubles/single-cache-shelf.ts';
import { CLIENT_ID } from '../harness/keeper-bench.ts';
import { RecordingLogger } from '../harness/recording-logger.ts';
import { SimulatedEndpoint } from './simulated-endpoint.ts';
import type { KeyringClient } from './simulated-keyring.ts';
import type { SimulatedMachine } from './simulated-machine.ts';
import type { ProcessClock } from './world-clock.ts';

/** At rest nothing runs faster (blueprint §14). */
const SHORTEST_AT_REST_MS = 30_000;
/** One long tick and a short one: no timer is trusted for longer. */
const LONGEST_TRUSTED_MS = 210_000;

/** One run of the app on a machine: a session keeper, and what a kill would end with it. */
export class SimulatedProcess {
  readonly keeper: SessionKeeper;
  readonly logger = new RecordingLogger();
  readonly states: SessionState[] = [];
  readonly #machine: SimulatedMachine;
  readonly #clock: ProcessClock;
  /** What the process waits for outside; its timers end with it. */
  readonly #outside: ProcessClock;
  readonly #endpoint: SimulatedEndpoint;
  readonly #cache: KeyringClient;

  constructor(machine: SimulatedMachine) {
    this.#machine = machine;
    this.#clock = machine.clock.process();
    this.#outside = machine.clock.process();
    this.#endpoint = new SimulatedEndpoint(machine, this.#outside);
    this.#cache = machine.keyring.connect(this.#outside, machine.random);
    this.keeper = new SessionKeeper({
      clock: this.#clock,
      random: () => machine.random.next(),
      clientId: CLIENT_ID,
      accountsUrl: 'http://127.0.0.1:9',
      caches: singleCacheShelf({ clock: this.#clock, cache: this.#cache }),
      marker: machine.marker,
      endpoint: this.#endpoint,
      lock: machine.lockFor(this),
      refreshLog: memoryRefreshLog(),
      identify: async () => ({
        kind: 'account',
        account: { key: 'someone', displayName: 'Someone' },
      }),
      openBrowser: async () => true,
      settings: () => DEFAULT_SESSION_SETTINGS,
      logger: this.logger,
    });
    this.keeper.stateChanged.subscribe((state) => this.states.push(state));
  }

  /** Nothing is waited for but time. */
  get isAtRest(): boolean {
    const { kind } = this.keeper.state;
    return (
      this.#endpoint.inFlight === 0 &&
      this.#cache.inFlight === 0 &&
      (kind === 'active' || kind === 'offline' || kind === 'waiting')
    );
  }

  /** What the timers that are set were set for. */
  get timerDelaysMs(): readonly number[] {
    return [...this.#clock.timers].map((timer) => Math.round(timer.delayMs));
  }

  /** What is wrong with the timers of a process at rest; null where nothing is. */
  timerFault(): string | null {
    if (!this.isAtRest) {
      return null;
    }
    const delays = this.timerDelaysMs;
    if (delays.length === 0) {
      return `no timer while ${this.keeper.state.kind}`;
    }
    const isFine = delays.every((ms) => ms >= SHORTEST_AT_REST_MS && ms <= LONGEST_TRUSTED_MS);
    return isFine ? null : `timers of ${delays.join(', ')} ms while ${this.keeper.state.kind}`;
  }

  /** The process ends at once, as by kill -9: nothing of it runs or is answered any more. */
  kill(): void {
    this.#machine.clock.kill(this.#clock);
    this.#machine.clock.kill(this.#outside);
    this.#cache.isDead = true;
    this.#machine.freeLock(this);
  }
}
