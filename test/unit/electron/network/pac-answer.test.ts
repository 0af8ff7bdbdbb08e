import { describe, expect, it } from 'vitest';
import { routeOfPacAnswer } from '../../../../electron/network/pac-answer.ts';
import { DIRECT, type Route } from '../../../../electron/network/route.ts';

const through = (address: string): Route => ({ kind: 'proxy', address, login: null });

describe('the answer of the system', () => {
  it.each<[string, Route]>([
    ['DIRECT', DIRECT],
    ['', DIRECT],
    [' ; ', DIRECT],
    ['PROXY proxy.example:3128', through('http://proxy.example:3128')],
    ['proxy proxy.example:3128; DIRECT', through('http://proxy.example:3128')],
    ['HTTPS secure.example:8443', through('https://secure.example:8443')],
    ['PROXY [fd00::1]:3128', through('http://[fd00::1]:3128')],
    ['SOCKS5 socks.example:1080; PROXY web.example:80', through('http://web.example')],
    ['SOCKS5 socks.example:1080; DIRECT', DIRECT],
    ['SOCKS5 socks.example:1080', { kind: 'unusable', scheme: 'socks5' }],
    ['QUIC quic.example:443; SOCKS old.example:1080', { kind: 'unusable', scheme: 'quic' }],
    ['PROXY', { kind: 'unusable', scheme: 'unreadable' }],
  ])('%j leads to the first entry that can be used', (answer, route) => {
    expect(routeOfPacAnswer(answer)).toEqual(route);
  });
});
