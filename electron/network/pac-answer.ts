import { PROXY_UNUSABLE } from './network-failure.ts';
import { routeThrough } from './proxy-route.ts';
import { DIRECT, type NoRoute, type Route } from './route.ts';

/**
 * The system's answer in the words of a proxy auto-configuration file, such as
 * `PROXY a:8080; SOCKS5 b:1080; DIRECT`: what can be used of it, in its order, at least one. An
 * empty answer is direct; where there are entries and none can be used, that is told.
 */
export function routesOfPacAnswer(answer: string): readonly (Route | NoRoute)[] {
  const entries = answer
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) {
    return [DIRECT];
  }
  const usable = entries.map(routeOfEntry).filter((route) => route.kind !== 'none');
  return usable.length > 0 ? usable : [{ kind: 'none', code: PROXY_UNUSABLE }];
}

function routeOfEntry(entry: string): Route | NoRoute {
  const [kind = '', address = ''] = entry.split(/\s+/);
  switch (kind.toUpperCase()) {
    case 'DIRECT':
      return DIRECT;
    case 'PROXY':
    case 'HTTP':
      return routeThrough(`http://${address}`);
    case 'HTTPS':
      return routeThrough(`https://${address}`);
    default:
      return { kind: 'none', code: PROXY_UNUSABLE };
  }
}
