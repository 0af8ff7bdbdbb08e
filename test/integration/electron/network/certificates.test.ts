import { afterEach, describe, expect, it, vi } from 'vitest';
import { DIRECT, type Route } from '../../../../electron/network/route.ts';
import { createTrust } from '../../../../electron/network/trusted-certificates.ts';
import { offlineCauseOf } from '../../../../electron/session/offline-cause.ts';
import type { HttpOutcome } from '../../../../electron/spotify/http-transport.ts';
import type { OfflineCause } from '../../../../shared/session-state.ts';
import { NetworkBench } from './harness/bench.ts';
import { routesBy } from './harness/routes-by.ts';

const DAY_MS = 86_400_000;

const bench = new NetworkBench();
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.close();
});

type Certificate = Parameters<NetworkBench['tls']>[0];

/** What the user is told; null where there was an answer. */
function causeOf(outcome: HttpOutcome): OfflineCause | null {
  return outcome.kind === 'no-answer' ? offlineCauseOf(outcome.code) : null;
}

describe.each([
  ['direct', 'localhost', async (): Promise<Route> => DIRECT],
  ['through a proxy', 'api.test', async (): Promise<Route> => (await bench.proxy()).route()],
])('a certificate, %s', (_, host, way) => {
  const visit = async (
    certificate: Omit<Certificate, 'name'> & { name?: string },
    knows = true,
  ) => {
    const server = await bench.tls({ name: host, ...certificate });
    const { get } = bench.transport([await way()], knows ? server.ca : undefined);
    return await get(`https://${host}:${server.port}/`);
  };

  it('that an authority of the system vouches for is trusted', async () => {
    expect(await visit({})).toMatchObject({ kind: 'answer', status: 200 });
  });

  it('that nobody vouches for is refused, and nothing was sent', async () => {
    const outcome = await visit({}, false);
    expect(outcome).toEqual({
      kind: 'no-answer',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      reached: false,
    });
    expect(causeOf(outcome)).toBe('untrusted');
  });

  it('that nobody vouches for is refused whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(causeOf(await visit({}, false))).toBe('untrusted');
  });

  it('of another host is refused', async () => {
    const outcome = await visit({ name: 'other.test' });
    expect(outcome).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID', reached: false });
    expect(causeOf(outcome)).toBe('certificate-name');
  });

  it.each([
    ['is over', -9, -1, 'CERT_HAS_EXPIRED'],
    ['is not valid yet', 1, 9, 'CERT_NOT_YET_VALID'],
  ])('that %s is refused', async (_name, fromDays, toDays, code) => {
    const nowMs = Date.now();
    const outcome = await visit({
      validFromMs: nowMs + fromDays * DAY_MS,
      validToMs: nowMs + toDays * DAY_MS,
    });
    expect(outcome).toMatchObject({ code, reached: false });
    expect(causeOf(outcome)).toBe('certificate-date');
  });
});

it('a token is not sent to a server that cannot be trusted', async () => {
  const server = await bench.tls({ name: 'localhost' });
  const outcome = await bench.token(`https://localhost:${server.port}`, [DIRECT]);
  expect(outcome).toEqual({ kind: 'network', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});

describe('an authority that only the system knows', () => {
  const knowing = (ways: readonly Route[], ca: string) => {
    const read: string[] = [];
    const trust = createTrust((name) => {
      read.push(name);
      return name === 'default' ? [] : [ca];
    });
    return { read, ...bench.transportBy({ ...routesBy(ways), trust }) };
  };

  it.each([
    ['direct', 'localhost', async (): Promise<Route> => DIRECT],
    ['through a proxy', 'api.test', async (): Promise<Route> => (await bench.proxy()).route()],
  ])('is asked for when it is needed, and the request arrives: %s', async (_, host, way) => {
    const server = await bench.tls({ name: host });
    const { get, read } = knowing([await way()], server.ca);
    const url = `https://${host}:${server.port}/`;
    const together = await Promise.all([get(url), get(url), get(url)]);
    expect(together.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer']);
    expect(await get(url)).toMatchObject({ status: 200 });
    expect(read).toEqual(['default', 'system']);
  });

  it('is asked for a proxy that wants TLS itself', async () => {
    const proxy = await bench.tls({ name: 'localhost' });
    const address = `https://localhost:${proxy.port}`;
    const { get, read } = knowing([{ kind: 'proxy', address, login: null }], proxy.ca);
    // It is trusted now; that it knows no tunnels is another matter.
    expect(await get('https://api.test/')).toMatchObject({ reached: false });
    expect(read).toEqual(['default', 'system']);
    expect(proxy.connections()).toBeGreaterThan(0);
  });

  it('does not make up for another fault of a certificate', async () => {
    const server = await bench.tls({ name: 'other.test' });
    const { get } = knowing([DIRECT], server.ca);
    const outcome = await get(`https://localhost:${server.port}/`);
    expect(causeOf(outcome)).toBe('certificate-name');
  });

  it('is not asked for where nothing is wrong with the issuer', async () => {
    const { get, read } = knowing([DIRECT], '');
    await get(`https://localhost:${await bench.deadPort()}/`);
    expect(read).toEqual([]);
  });
});
