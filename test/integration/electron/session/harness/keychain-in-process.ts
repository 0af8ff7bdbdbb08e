import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  parseTokens,
  serializeTokens,
} from '../../../../../electron/session/cached-tokens-json.ts';
import type {
  CachedTokens,
  CacheRead,
  CacheWrite,
  TokenCache,
} from '../../../../../electron/session/token-cache.ts';
import { type CacheAnswer, type CacheCall, cacheAnswerSchema } from './cache-call.ts';

const CHILD = fileURLToPath(new URL('./keychain-process.ts', import.meta.url));

type Answer = CacheAnswer['answer'];

/**
 * The keychain of another environment. It is bound to the D-Bus of its process from the start, so
 * that it gets a process of its own; that also makes a second one a second start of the app.
 */
export class KeychainInProcess implements TokenCache {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #calls = 0;

  constructor(env: Readonly<Record<string, string>>, clientId: string) {
    const { DISPLAY: _, DBUS_SESSION_BUS_ADDRESS: __, ...inherited } = process.env;
    this.#child = fork(CHILD, [clientId], { env: { ...inherited, ...env } });
    this.#child.on('message', (message) => {
      const { id, answer } = cacheAnswerSchema.parse(message);
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    });
  }

  async get(): Promise<CacheRead> {
    const answer = await this.#call('get', null);
    if (answer.kind === 'done') {
      throw new Error('A read cannot be done.');
    }
    if (answer.kind !== 'found') {
      return answer;
    }
    const tokens = parseTokens(answer.tokens);
    if (tokens === null) {
      throw new Error('The process sent something else than tokens.');
    }
    return { kind: 'found', tokens };
  }

  async set(tokens: CachedTokens): Promise<CacheWrite> {
    return writeOf(await this.#call('set', serializeTokens(tokens, Number.POSITIVE_INFINITY)));
  }

  async delete(): Promise<CacheWrite> {
    return writeOf(await this.#call('delete', null));
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  #call(method: CacheCall['method'], tokens: string | null): Promise<Answer> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, method, tokens } satisfies CacheCall);
    });
  }
}

function writeOf(answer: Answer): CacheWrite {
  if (answer.kind === 'done' || answer.kind === 'unavailable') {
    return answer;
  }
  throw new Error(`A write cannot be ${answer.kind}.`);
}
