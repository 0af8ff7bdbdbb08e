import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../../../../shared/clock.ts';

const LOOPBACK = '127.0.0.1';

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface NetworkOptions {
  readonly clock: Clock;
  /** `http://127.0.0.1:port` of the service. */
  readonly target: string;
  /** How long an answer is on its way. Asked for each. */
  readonly latencyMs: () => number;
  /** Called when a request comes along, before anything becomes of it. */
  readonly onRequest: (path: string) => void;
  /** Called when the service has answered and the app does not know it yet. */
  readonly onAnswer: () => void;
  /** Called when an answer reaches the app. */
  readonly onDelivery: (status: number) => void;
}

/**
 * The way between the app and the service: real sockets, answers that take their time on the
 * simulation's clock, and losses of both kinds (no connection, connections that break).
 */
export class Network {
  readonly #options: NetworkOptions;
  readonly #server = createServer((request, response) => this.#carry(request, response));
  readonly #sockets = new Set<Socket>();
  readonly #onward = new Agent({ keepAlive: true });
  #port = 0;
  #resets = false;
  #held = 0;
  #changing: Promise<void> | null = null;

  private constructor(options: NetworkOptions) {
    this.#options = options;
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(options: NetworkOptions): Promise<Network> {
    const network = new Network(options);
    await network.#listen();
    return network;
  }

  get origin(): string {
    return `http://${LOOPBACK}:${this.#port}`;
  }

  /** Answers that are on their way and only wait for the clock. */
  get held(): number {
    return this.#held;
  }

  /** A change is under way that takes real time. */
  get isChanging(): boolean {
    return this.#changing !== null;
  }

  /** What is under way breaks off. Then: no connection comes about, or each breaks at once. */
  lose(form: 'refuses' | 'resets'): void {
    this.#resets = form === 'resets';
    this.breakConnections();
    if (form === 'refuses') {
      this.#change(() => this.#stopListening());
    }
  }

  restore(): void {
    this.#resets = false;
    this.#change(async () => {
      if (!this.#server.listening) {
        await this.#listen();
      }
    });
  }

  /** As when the app's process is killed. */
  breakConnections(): void {
    for (const socket of this.#sockets) {
      socket.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.breakConnections();
    this.#onward.destroy();
    await this.#changing;
    if (this.#server.listening) {
      await this.#stopListening();
    }
  }

  #change(work: () => Promise<void>): void {
    const before = this.#changing ?? Promise.resolve();
    const changing = before.then(work).finally(() => {
      if (this.#changing === changing) {
        this.#changing = null;
      }
    });
    this.#changing = changing;
  }

  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, LOOPBACK, () => {
        this.#server.removeListener('error', reject);
        const address = this.#server.address();
        this.#port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve();
      });
    });
  }

  #stopListening(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #carry(request: IncomingMessage, response: ServerResponse): void {
    this.#options.onRequest(request.url ?? '');
    if (this.#resets || request.socket.destroyed) {
      request.socket.resetAndDestroy();
      return;
    }
    this.#ask(request).then(
      (answer) => this.#deliver(answer, response),
      () => request.socket.resetAndDestroy(),
    );
  }

  #ask(request: IncomingMessage): Promise<Answer> {
    const { host } = new URL(this.#options.target);
    return new Promise((resolve, reject) => {
      const onward = httpRequest(
        `${this.#options.target}${request.url ?? ''}`,
        {
          agent: this.#onward,
          method: request.method ?? 'GET',
          headers: { ...request.headers, host, connection: 'keep-alive' },
        },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(pieces),
            }),
          );
        },
      );
      onward.on('error', reject);
      request.pipe(onward);
    });
  }

  #deliver(answer: Answer, response: ServerResponse): void {
    if (response.destroyed) {
      return;
    }
    let isHeld = true;
    this.#held += 1;
    const release = (): void => {
      if (isHeld) {
        isHeld = false;
        this.#held -= 1;
      }
    };
    response.on('close', release);
    this.#options.onAnswer();
    this.#options.clock.setTimer(this.#options.latencyMs(), () => {
      release();
      if (!response.destroyed) {
        this.#options.onDelivery(answer.status);
        response.sendDate = false;
        const body = this.#withOwnLinks(answer);
        const length = 'content-length' in answer.headers ? { 'content-length': body.length } : {};
        response.writeHead(answer.status, { ...answer.headers, ...length });
        response.end(body);
      }
    });
  }

  /** The app knows the service by this address alone, so links to further pages have it too. */
  #withOwnLinks({ headers, body }: Answer): Buffer {
    return headers['content-type']?.includes('json') === true
      ? Buffer.from(body.toString().replaceAll(this.#options.target, this.origin))
      : body;
  }
}
