import type { HeldLock, ProcessLock } from '../../../../../electron/session/process-lock.ts';
import { Secret } from '../../../../../electron/session/secret.ts';
import type { CachedTokens } from '../../../../../electron/session/token-cache.ts';
import { MemoryMarker } from '../harness/memory-marker.ts';
import { AccountsService } from './accounts-service.ts';
import type { EndpointFault } from './endpoint-fault.ts';
import { RefreshLedger } from './refresh-ledger.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { SimulatedKeyring } from './simulated-keyring.ts';
import { SimulatedProcess } from './simulated-process.ts';
import { WorldClock } from './world-clock.ts';

/** A machine with a network, a keyring and a clock, and Spotify's accounts service out there. */
export class SimulatedMachine {
  readonly clock = new WorldClock();
  readonly random: SeededRandom;
  readonly service: AccountsService;
  readonly ledger = new RefreshLedger();
  readonly keyring = new SimulatedKeyring();
  readonly marker = new MemoryMarker();
  readonly sharesLock: boolean;
  hasNetwork = true;
  /** Counts sleeps: a connection does not survive one. */
  sleeps = 0;
  #lockHolder: SimulatedProcess | null = null;
  #fault: { readonly fault: EndpointFault; left: number } | null = null;

  constructor(options: {
    readonly seed: number;
    readonly rotates: boolean;
    /** False: processes know nothing of each other. */
    readonly sharesLock?: boolean;
  }) {
    this.random = seededRandom(options.seed);
    this.service = new AccountsService(this.clock, options);
    this.sharesLock = options.sharesLock ?? true;
  }

  /** A process begins; its session is still to be started. */
  launch(): SimulatedProcess {
    return new SimulatedProcess(this);
  }

  /** What the user's consent gives, as another program would have stored it. */
  newConsent(): CachedTokens {
    const { accessToken, refreshToken } = this.service.authorize();
    const nowMs = this.clock.wallMs;
    this.ledger.because('signed-in');
    this.ledger.newestAccessToken = accessToken;
    return {
      way: 'authorization-code',
      clientSecret: null,
      accessToken: new Secret(accessToken),
      accessTokenExpiresAtMs: nowMs + 3_600_000,
      receivedAtMs: nowMs,
      refreshToken: new Secret(refreshToken),
      scopes: ['user-library-read'],
      missingScopes: [],
      authorizedAtMs: this.clock.trueMs,
      setAside: null,
    };
  }

  /** The next `requests` to the token endpoint go wrong in this way. */
  arm(fault: EndpointFault, requests: number): void {
    this.#fault = { fault, left: requests };
  }

  takeEndpointFault(): EndpointFault | null {
    if (this.#fault === null || this.#fault.left === 0) {
      return null;
    }
    this.#fault.left -= 1;
    return this.#fault.fault;
  }

  sleep(forMs: number): void {
    this.sleeps += 1;
    this.clock.sleep(forMs);
  }

  setWall(byMs: number): void {
    this.ledger.because('clock-set');
    this.clock.setWall(byMs);
  }

  /** The newest token is not stored: a process that dies now forgets it. */
  get hasUnstoredToken(): boolean {
    return this.keyring.stored?.accessToken.reveal() !== this.ledger.newestAccessToken;
  }

  /** The lock across processes, as `process` sees it. */
  lockFor(process: SimulatedProcess): ProcessLock | null {
    if (!this.sharesLock) {
      return null;
    }
    return {
      tryAcquire: async (): Promise<HeldLock | null> => {
        if (this.#lockHolder !== null) {
          return null;
        }
        this.#lockHolder = process;
        return { release: () => this.freeLock(process) };
      },
      close: () => this.freeLock(process),
    };
  }

  freeLock(process: SimulatedProcess): void {
    if (this.#lockHolder === process) {
      this.#lockHolder = null;
    }
  }
}
