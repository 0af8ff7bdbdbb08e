import { createSecureContext } from 'node:tls';
import type { NoRoute, Route } from '../../../../../electron/network/route.ts';
import type { Routes } from '../../../../../electron/network/routes.ts';

export interface RecordedRoutes extends Routes {
  /** The codes of the tries that came to nothing. */
  readonly failures: readonly string[];
}

/**
 * These ways and no other, to every address: a server of a test stands on this machine, to which the
 * app itself never takes a proxy.
 *
 * @param ca a certificate to trust, in PEM
 */
export function routesBy(ways: readonly Route[] | NoRoute, ca?: string): RecordedRoutes {
  const failures: string[] = [];
  const trusted = ca === undefined ? undefined : createSecureContext({ ca });
  return {
    failures,
    to: () => Promise.resolve(ways),
    failed: (_route, code) => failures.push(code),
    lookAgain: () => undefined,
    trust: { context: trusted, widen: () => undefined },
  };
}
