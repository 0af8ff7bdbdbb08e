import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ProxyLogin } from '../../../../../electron/network/proxy-login.ts';
import type { Route } from '../../../../../electron/network/route.ts';

export interface LoginOfTest {
  readonly user: string;
  readonly password: string;
}

export interface RealProxyOptions {
  /** What it wants to hear; anybody is welcome when left out. */
  readonly login?: LoginOfTest;
  /** Answers every request so, instead of leading on. */
  readonly refusesWith?: number;
}

export interface RealProxy {
  readonly port: number;
  /** Each tunnel that was asked for, in order: where to, or that it was sent away. */
  readonly asked: readonly string[];
  route(login?: LoginOfTest): Extract<Route, { kind: 'proxy' }>;
  /** Ends the process in the middle of whatever it does. */
  kill(): Promise<void>;
}

type Word =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'asked'; readonly what: string };

/** Starts proxy-chain in a process of its own, on 127.0.0.1. */
export async function startRealProxy(options: RealProxyOptions = {}): Promise<RealProxy> {
  const { login, refusesWith } = options;
  const child: ChildProcess = fork(join(import.meta.dirname, 'proxy-process.mjs'), {
    env: {
      ...process.env,
      ...(login === undefined ? {} : { PROXY_USER: login.user, PROXY_PASSWORD: login.password }),
      ...(refusesWith === undefined ? {} : { PROXY_REFUSES_WITH: String(refusesWith) }),
    },
  });
  const asked: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The proxy ended with ${code}`)));
    child.on('message', (word: Word) => {
      if (word.kind === 'listening') {
        resolve(word.port);
      } else {
        asked.push(word.what);
      }
    });
  });
  return {
    port,
    asked,
    route: (given) => ({
      kind: 'proxy',
      address: `http://127.0.0.1:${port}`,
      login: given === undefined ? null : new ProxyLogin(given.user, given.password),
    }),
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}
