import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock, Timer } from '../../../shared/clock.ts';
import { changePage } from '../faults/change-page.ts';
import { type FaultPlan, planFaults } from '../faults/fault-plan.ts';
import type { FaultRules } from '../faults/fault-rules.ts';
import type { Answer, Incoming } from './answer.ts';
import { cutAnswer, httpDate, readIncoming, sendAnswer, stallAnswer } from './exchange.ts';
import type { RequestLog } from './request-log.ts';

const LOOPBACK = '127.0.0.1';

export interface SampleServerOptions {
  readonly clock: Clock;
  readonly faults: FaultRules;
  readonly log: RequestLog;
}

type Handler = (incoming: Incoming) => Answer | Promise<Answer>;

/** The socket side of the service: 127.0.0.1 only, the injected clock, and the faults. */
export class SampleServer {
  readonly #server: Server = createServer();
  readonly #options: SampleServerOptions;
  readonly #timers = new Set<Timer>();
  #host = '';

  constructor(options: SampleServerOptions) {
    this.#options = options;
  }

  /** Scheme, host and port, once it listens. */
  get origin(): string {
    return `http://${this.#host}`;
  }

  /** 0 takes any free port. Rejects with the system's error when the port is taken. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, LOOPBACK, resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The sample service has no port');
    }
    this.#host = `${LOOPBACK}:${address.port}`;
  }

  answerWith(handle: Handler): void {
    this.#server.on('request', (request, response) => {
      this.#exchange(request, response, handle).catch((error: unknown) => {
        // A fault of the service itself, or a client that left half-way: the other side sees a cut.
        response.destroy(error instanceof Error ? error : undefined);
      });
    });
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) {
      timer.cancel();
    }
    this.#timers.clear();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #exchange(
    request: IncomingMessage,
    response: ServerResponse,
    handle: Handler,
  ): Promise<void> {
    const incoming = await readIncoming(request);
    // Another host name would be a web page that had its name lead here (DNS rebinding).
    if (incoming === null || request.headers.host !== this.#host) {
      request.socket.destroy();
      return;
    }
    const { faults, log, clock } = this.#options;
    const query = incoming.query.toString();
    const plan = planFaults(faults.actionsFor(incoming.method, incoming.path, query));
    await this.#wait(plan.latencyMs);
    for (const call of plan.calls) {
      await call();
    }
    const own = plan.handled ? await this.#ownAnswer(incoming, plan, handle) : null;
    const answer = plan.outcome.kind === 'other' ? plan.outcome.answer : own;
    if (plan.outcome.kind === 'hang' || plan.outcome.kind === 'reset' || answer === null) {
      log.add(incoming, 0, clock.nowMs());
      if (plan.outcome.kind === 'reset') {
        request.socket.resetAndDestroy();
      }
      return;
    }
    log.add(incoming, answer.status, clock.nowMs());
    const date = dateHeader(plan, clock.nowMs());
    switch (plan.delivery) {
      case 'whole':
        return sendAnswer(response, answer, date);
      case 'cut':
        return cutAnswer(response, answer, date);
      case 'stalled':
        return stallAnswer(response, answer, date);
    }
  }

  async #ownAnswer(incoming: Incoming, plan: FaultPlan, handle: Handler): Promise<Answer> {
    if (plan.pageChanges.length === 0) {
      return handle(incoming);
    }
    // A page that is changed is sent also to those who know the true one.
    const { 'if-none-match': _, ...headers } = incoming.headers;
    return changePage(await handle({ ...incoming, headers }), plan.pageChanges);
  }

  #wait(ms: number): Promise<void> {
    if (ms <= 0) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = this.#options.clock.setTimer(ms, () => {
        this.#timers.delete(timer);
        resolve();
      });
      this.#timers.add(timer);
    });
  }
}

function dateHeader(plan: FaultPlan, nowMs: number): string {
  return plan.dateText ?? httpDate(plan.dateMs(nowMs));
}
