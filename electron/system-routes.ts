import { getProxyForUrl } from 'proxy-from-env';
import type { Clock } from '../shared/clock.ts';
import { createFindRoute } from './network/find-route.ts';
import type { FindRoute } from './network/route.ts';
import type { ProxyKeeper } from './proxy-keeper.ts';
import { withinLimit } from './session/time-limit.ts';

/** A system that runs a script to find its proxy may take long; no request waits longer for it. */
const SYSTEM_LIMIT_MS = 5_000;

export interface SystemRoutesParts {
  readonly clock: Clock;
  readonly proxies: ProxyKeeper;
  /** Electron's `session.resolveProxy`. */
  readonly resolveProxy: (url: string) => Promise<string>;
}

/** Routes by the user's setting, this process's environment and the system. */
export function createSystemRoutes({ clock, proxies, resolveProxy }: SystemRoutesParts): FindRoute {
  return createFindRoute({
    clock,
    setting: () => proxies.setting,
    password: async () => (await proxies.password())?.reveal() ?? null,
    environment: getProxyForUrl,
    system: async (url) => {
      const answer = await withinLimit(resolveProxy(url), clock, SYSTEM_LIMIT_MS);
      return answer.kind === 'in-time' ? answer.value : 'DIRECT';
    },
  });
}
