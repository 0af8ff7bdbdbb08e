import { describe, expect, it } from 'vitest';
import { routesOfPacAnswer } from '../../../../electron/network/pac-answer.ts';

const DIRECT = { kind: 'direct' };
const NONE = { kind: 'none', code: 'PROXY_UNUSABLE' };
const through = (address: string) => ({ kind: 'proxy', address, login: null });

describe('the answer of the system', () => {
  it.each<[string, object[]]>([
    ['DIRECT', [DIRECT]],
    ['', [DIRECT]],
    [' ; ', [DIRECT]],
    ['PROXY proxy.example:3128', [through('http://proxy.example:3128')]],
    ['proxy proxy.example:3128; DIRECT', [through('http://proxy.example:3128'), DIRECT]],
    ['HTTPS secure.example:8443', [through('https://secure.example:8443')]],
    ['HTTP plain.example:8080', [through('http://plain.example:8080')]],
    ['PROXY [fd00::1]:3128', [through('http://[fd00::1]:3128')]],
    [
      'PROXY a.example:1;PROXY b.example:2;DIRECT',
      [through('http://a.example:1'), through('http://b.example:2'), DIRECT],
    ],
    ['SOCKS5 s.example:1080; PROXY web.example:80', [through('http://web.example')]],
    ['SOCKS5 s.example:1080; DIRECT', [DIRECT]],
    ['SOCKS5 s.example:1080', [NONE]],
    ['QUIC q.example:443; SOCKS s.example:1080', [NONE]],
    ['PROXY', [NONE]],
    ['PROXY ::: ; nonsense', [NONE]],
  ])('%j is every way that can be used, in its order', (answer, routes) => {
    expect(routesOfPacAnswer(answer)).toEqual(routes);
  });
});
