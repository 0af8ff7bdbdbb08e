import { isTakenOut } from './no-proxy.ts';
import { routeThrough } from './proxy-route.ts';
import { DIRECT, type NoRoute, type Route } from './route.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says about an address, as curl reads it: `https_proxy` or `http_proxy` by the
 * scheme, else `all_proxy`, in lower case before upper; `no_proxy` takes addresses out. Null where it
 * names no proxy: then the system is to be asked. `HTTP_PROXY` is not for `https:` addresses.
 */
export function environmentRoute(url: URL, environment: Environment): Route | NoRoute | null {
  const scheme = url.protocol.replace(':', '');
  const proxy = variable(environment, `${scheme}_proxy`) ?? variable(environment, 'all_proxy');
  if (proxy === null) {
    return null;
  }
  return isTakenOut(url, variable(environment, 'no_proxy') ?? '') ? DIRECT : routeThrough(proxy);
}

/** An empty variable is as good as none. */
function variable(environment: Environment, name: string): string | null {
  return environment[name]?.trim() || environment[name.toUpperCase()]?.trim() || null;
}
