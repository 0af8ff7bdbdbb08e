import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuthorizationCodeFlow } from '../../../../../electron/session/authorization-code-flow.ts';
import { FileTokenCache } from '../../../../../electron/session/file-token-cache.ts';
import { HttpTokenEndpoint } from '../../../../../electron/session/token-endpoint.ts';
import { DEFAULT_SESSION_SETTINGS } from '../../../../../shared/session-settings.ts';
import { startIndependentServer } from './independent-server.ts';
import { presses, rulesTime } from './independent-session.ts';
import { QuickClock } from './quick-clock.ts';
import {
  type RacerAnswer,
  type RacerOptions,
  type RacerOrder,
  racerAnswerSchema,
} from './racer-messages.ts';

const PROCESS = fileURLToPath(new URL('./racer-process.ts', import.meta.url));
const HOUR_MS = 3_600_000;

/** A keeper in another process. */
export class Racer {
  readonly #child: ChildProcess;

  constructor(options: RacerOptions) {
    this.#child = fork(PROCESS, [JSON.stringify(options)]);
  }

  async nextAnswer(): Promise<RacerAnswer> {
    return racerAnswerSchema.parse((await once(this.#child, 'message'))[0]);
  }

  /** Sets its clock forward, to `shiftMs` in all, and has it say what token it then has. */
  ask(shiftMs: number): Promise<RacerAnswer> {
    const answer = this.nextAnswer();
    this.send(shiftMs);
    return answer;
  }

  /** The same without a wish for the answer. */
  send(shiftMs: number): void {
    this.#child.send({ shiftMs } satisfies RacerOrder);
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Lets it end by itself: what it leaves open would keep it. */
  async close(): Promise<void> {
    if (this.#child.connected) {
      const ended = once(this.#child, 'exit');
      this.#child.disconnect();
      await ended;
    }
  }
}

/** Two processes with one session, and the server at which they renew it. */
export async function startRace({ locked }: { readonly locked: boolean }) {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-race-'));
  const clockOriginMs = performance.timeOrigin + performance.now();
  const clock = new QuickClock(clockOriginMs);
  const time = rulesTime(clock);
  const server = await startIndependentServer();
  const options: RacerOptions = {
    accountsUrl: server.accountsUrl,
    clientId: server.publicClient.id,
    cachePath: join(folder, 'session.json'),
    lockPath: locked ? join(folder, 'run', 'session.lock') : null,
    clockOriginMs,
  };
  await signIn(clock, options);
  const racers = [new Racer(options), new Racer(options)] as const;
  await Promise.all(racers.map((racer) => racer.nextAnswer()));
  const signInRequests = server.tokenRequests.length;
  return {
    server,
    racers,
    /** Of refreshes; signing in is not counted. */
    requests: () => server.tokenRequests.length - signInRequests,
    /** An hour passes for everybody: every token is over. */
    passHour: () => {
      clock.shiftMs += HOUR_MS;
      return clock.shiftMs;
    },
    close: async () => {
      await Promise.all(racers.map((racer) => racer.close()));
      await server.close();
      time.restore();
      await rm(folder, { recursive: true });
    },
  };
}

async function signIn(
  clock: QuickClock,
  { accountsUrl, clientId, cachePath }: RacerOptions,
): Promise<void> {
  const result = await new AuthorizationCodeFlow({
    clock,
    random: Math.random,
    accountsUrl,
    client: { id: clientId, secret: null },
    endpoint: new HttpTokenEndpoint({ accountsUrl, clock, timeoutSeconds: () => 60 }),
    settings: { ...DEFAULT_SESSION_SETTINGS, redirectPorts: [0] },
    way: 'browser',
    openBrowser: presses('agree'),
    onWaiting: () => undefined,
  }).run();
  if (result.kind !== 'authorized') {
    throw new Error(`Not signed in: ${result.failure.kind}`);
  }
  await new FileTokenCache({ path: cachePath, clock }).set(result.tokens);
}
