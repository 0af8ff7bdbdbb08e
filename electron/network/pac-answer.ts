import { DIRECT, type Route, routeThrough } from './route.ts';

/**
 * The system's answer in the words of a proxy auto-configuration file, such as
 * `PROXY a:8080; SOCKS5 b:1080; DIRECT`. The first entry that can be used counts; where there are
 * entries and none can, that is told. An empty answer is direct.
 */
export function routeOfPacAnswer(answer: string): Route {
  let unusable: Route | null = null;
  for (const entry of answer.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/);
    switch (kind.toUpperCase()) {
      case '':
        break;
      case 'DIRECT':
        return DIRECT;
      case 'PROXY':
      case 'HTTP':
        return routeThrough(`http://${address}`);
      case 'HTTPS':
        return routeThrough(`https://${address}`);
      default:
        unusable ??= { kind: 'unusable', scheme: kind.toLowerCase() };
    }
  }
  return unusable ?? DIRECT;
}
