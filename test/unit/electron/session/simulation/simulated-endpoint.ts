import type {
  TokenAnswer,
  TokenEndpoint,
  TokenRequest,
} from '../../../../../electron/session/token-endpoint.ts';
import { classifyTokenResponse } from '../../../../../electron/session/token-response.ts';
import type { RawAnswer } from './accounts-service.ts';
import type { SimulatedMachine } from './simulated-machine.ts';
import type { ProcessClock } from './world-clock.ts';

/** The time limit of one request, as the settings have it. */
const TIME_LIMIT_MS = 15_000;

/** The token endpoint as one process reaches it: over this machine's network, with its faults. */
export class SimulatedEndpoint implements TokenEndpoint {
  readonly #machine: SimulatedMachine;
  /** Not the process's own: what happens out there is none of its timers. */
  readonly #outside: ProcessClock;
  inFlight = 0;

  constructor(machine: SimulatedMachine, outside: ProcessClock) {
    this.#machine = machine;
    this.#outside = outside;
  }

  async request(request: TokenRequest, signal?: AbortSignal): Promise<TokenAnswer> {
    const { clock } = this.#machine;
    const sentAtMs = clock.wallMs;
    const sentTrueMs = clock.trueMs;
    this.inFlight += 1;
    const raw = await this.#exchange(request, signal);
    this.inFlight -= 1;
    const trouble = (code: string): TokenAnswer => {
      this.#machine.ledger.failedAtMs = clock.trueMs;
      return { outcome: { kind: 'network', code }, sentAtMs, clockSkewMs: null };
    };
    if (typeof raw === 'string') {
      return trouble(raw);
    }
    const nowMs = clock.wallMs;
    const outcome = classifyTokenResponse({ ...raw, nowMs });
    this.#machine.ledger.note(outcome, { sentTrueMs, trueMs: clock.trueMs });
    const serverMs = raw.date === null ? Number.NaN : Date.parse(raw.date);
    return {
      outcome,
      sentAtMs,
      clockSkewMs: Number.isNaN(serverMs) ? null : serverMs - (sentAtMs + nowMs) / 2,
    };
  }

  async #exchange(request: TokenRequest, signal?: AbortSignal): Promise<RawAnswer | string> {
    const { clock, random, service, ledger } = this.#machine;
    ledger.askedAtMs.push(clock.trueMs);
    if (!this.#machine.hasNetwork) {
      await this.#wait(5);
      return random.pick(['ENETUNREACH', 'EAI_AGAIN', 'ENOTFOUND']);
    }
    const sleeps = this.#machine.sleeps;
    await this.#wait(random.between(20, 400));
    const { rotates } = service;
    if (signal?.aborted === true) {
      return 'ABORTED';
    }
    if (sleeps !== this.#machine.sleeps || !this.#machine.hasNetwork) {
      return 'ECONNRESET';
    }
    if (request.grant !== 'refresh-token') {
      return service.answer(400, { error: 'unsupported_grant_type' });
    }
    const refresh = (change = {}) => service.refresh(request.refreshToken.reveal(), change);
    const fault = this.#machine.takeEndpointFault();
    switch (fault?.kind) {
      case undefined:
        return await this.#deliver(refresh());
      case 'answer':
        return await this.#deliver(fault.make(service));
      case 'odd-grant':
        return await this.#deliver(refresh(fault.change));
      case 'wrong-date': {
        const whole = refresh();
        const date = new Date(clock.trueMs + fault.byMs).toUTCString();
        return await this.#deliver({ ...whole, date });
      }
      case 'cut-body': {
        // Who rotates and loses the answer has ended the session: no client can mend that.
        const body = rotates ? '{"access_token":"sim-access-' : refresh().body.slice(0, 40);
        return await this.#deliver(service.answer(200, body));
      }
      case 'reset':
        if (!rotates && random.chance(0.5)) {
          refresh();
        }
        return fault.code;
      case 'hang':
        await this.#wait(TIME_LIMIT_MS);
        return 'TIME_LIMIT';
    }
  }

  async #deliver(answer: RawAnswer): Promise<RawAnswer> {
    await this.#wait(this.#machine.random.between(20, 400));
    return answer;
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#outside.setTimer(delayMs, resolve);
    });
  }
}
