import { afterEach, describe, expect, it } from 'vitest';
import { DIRECT, type Route } from '../../../../electron/network/route.ts';
import { offlineCauseOf } from '../../../../electron/session/offline-cause.ts';
import type { HttpOutcome } from '../../../../electron/spotify/http-transport.ts';
import type { OfflineCause } from '../../../../shared/session-state.ts';
import { NetworkBench } from './harness/bench.ts';

const DAY_MS = 86_400_000;

const bench = new NetworkBench();
afterEach(() => bench.close());

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
