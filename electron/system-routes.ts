import type { Clock } from '../shared/clock.ts';
import type { Logger } from '../shared/logger.ts';
import { createRoutes, type Routes } from './network/routes.ts';
import type { AskSystem } from './network/system-answers.ts';
import { createTrust } from './network/trusted-certificates.ts';
import type { ProxyKeeper } from './proxy-keeper.ts';

export interface SystemRoutesParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly proxies: ProxyKeeper;
  /** Electron's `session.resolveProxy`. */
  readonly resolveProxy: AskSystem;
}

/** Routes by the user's setting, this process's environment and the system. */
export function createSystemRoutes(parts: SystemRoutesParts): Routes {
  const { clock, logger, proxies, resolveProxy } = parts;
  return createRoutes({
    clock,
    logger,
    setting: () => proxies.setting,
    password: async () => (await proxies.password())?.reveal() ?? null,
    environment: process.env,
    askSystem: resolveProxy,
    trust: createTrust(),
  });
}
