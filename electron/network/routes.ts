import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { ProxySetting } from '../../shared/proxy-setting.ts';
import { type Environment, environmentRoute } from './environment-routes.ts';
import { isLoopbackHost } from './loopback-host.ts';
import { PROXY_LOGIN } from './network-failure.ts';
import { routesOfPacAnswer } from './pac-answer.ts';
import { ProxyLogin } from './proxy-login.ts';
import { routeThrough } from './proxy-route.ts';
import { DIRECT, type NoRoute, type Route } from './route.ts';
import { RouteMemory } from './route-memory.ts';
import { type AskSystem, SystemAnswers } from './system-answers.ts';
import { type Trust, usualTrust } from './trusted-certificates.ts';

/** Finds the way to an address. */
export interface Routes {
  /** In the order in which to try them. Asked before every request: a changed setting holds at once. */
  to(url: string): Promise<readonly Route[] | NoRoute>;
  /** A try along a route came to nothing. */
  failed(route: Route, code: string): void;
  /**
   * Whoever says so, the system is asked again and a proxy that was not there is tried again. A login
   * that was refused is sent again only if the user says so.
   */
  lookAgain(by: 'user' | 'system'): void;
  readonly trust: Trust;
}

export interface RouteSources {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly setting: () => ProxySetting;
  /** Of the manual proxy; null where none is stored or the keychain does not give it. */
  readonly password: () => Promise<string | null>;
  readonly environment: Environment;
  readonly askSystem: AskSystem;
  readonly trust: Trust;
}

/** For what stands on this machine. */
export const directRoutes: Routes = {
  to: () => Promise.resolve([DIRECT]),
  failed: () => undefined,
  lookAgain: () => undefined,
  trust: usualTrust,
};

/**
 * Routes by the user's setting. What stands on this machine is always reached directly: no proxy
 * could, and a callback or a sample must not leave the machine.
 */
export function createRoutes(sources: RouteSources): Routes {
  const memory = new RouteMemory(sources.clock);
  const answers = new SystemAnswers(sources.askSystem, sources.clock, sources.logger);

  async function bySetting(url: URL): Promise<readonly (Route | NoRoute)[]> {
    const setting = sources.setting();
    switch (setting.kind) {
      case 'none':
        return [DIRECT];
      case 'system': {
        const named = environmentRoute(url, sources.environment);
        return named === null ? routesOfPacAnswer(await answers.about(url)) : [named];
      }
      case 'manual': {
        const route = routeThrough(setting.address);
        return [route.kind === 'proxy' ? { ...route, login: await manualLogin(setting) } : route];
      }
    }
  }

  /** Without the password that belongs to it, a name is not sent: it would only be refused. */
  async function manualLogin(
    setting: Extract<ProxySetting, { kind: 'manual' }>,
  ): Promise<ProxyLogin | null> {
    const { user, hasPassword } = setting;
    if (user === null) {
      return null;
    }
    const password = hasPassword ? await sources.password() : '';
    return password === null ? null : new ProxyLogin(user, password);
  }

  return {
    to: async (address) => {
      const url = new URL(address);
      if (isLoopbackHost(url.hostname)) {
        return [DIRECT];
      }
      const found = await bySetting(url);
      const routes = found.filter((route) => route.kind !== 'none');
      const allowed = routes.filter((route) => !memory.isRefused(route));
      if (allowed.length > 0) {
        return memory.inOrder(allowed);
      }
      const none = found.find((route) => route.kind === 'none');
      return none ?? { kind: 'none', code: PROXY_LOGIN };
    },
    failed: (route, code) => memory.note(route, code),
    lookAgain: (by) => {
      answers.forget();
      if (by === 'user') {
        memory.forgetAll();
      } else {
        memory.forgetUnreachable();
      }
    },
    trust: sources.trust,
  };
}
