import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { LoopbackListener } from '../../../../electron/session/loopback-listener.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { visit } from './harness/http-visit.ts';

const open = new Set<LoopbackListener>();

afterEach(async () => {
  for (const listener of open) {
    await listener.close();
  }
  open.clear();
});

async function listen(ports: readonly number[] = [0], clock = new ManualClock()) {
  const listener = await LoopbackListener.open(ports, {
    clock,
    state: new Secret('right'),
    limitMs: 300_000,
  });
  if (listener === null) {
    throw new Error('No port.');
  }
  open.add(listener);
  return { listener, clock };
}

/** Takes a port, as another program would. */
async function occupy() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('No port.');
  }
  return { port: address.port, close: () => server.close() };
}

function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(true));
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
  });
}

describe('the callback', () => {
  test('with the right state gives the code, shows the page and frees the port', async () => {
    const { listener, clock } = await listen();
    const page = await visit(`${listener.redirectUri}?code=the-code&state=right`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('You can close this tab and go back to Cratewatch.');
    const outcome = await listener.outcome;
    expect(outcome.kind === 'code' && outcome.code.reveal()).toBe('the-code');
    await listener.close();
    expect(await refusesConnections(listener.port)).toBe(true);
    expect(clock.pendingCount).toBe(0);
  });

  test('with a wrong state gets an error page, and the wait goes on', async () => {
    const { listener } = await listen();
    const wrong = await visit(`${listener.redirectUri}?code=evil&state=wrong`);
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('Cratewatch is still waiting');
    expect(wrong.body).not.toContain('evil');
    await visit(`${listener.redirectUri}?code=good&state=right`);
    const outcome = await listener.outcome;
    expect(outcome.kind === 'code' && outcome.code.reveal()).toBe('good');
  });

  test('that says no ends the wait', async () => {
    const { listener } = await listen();
    const page = await visit(`${listener.redirectUri}?error=access_denied&state=right`);
    expect(page.body).toContain('You chose not to connect');
    expect(await listener.outcome).toEqual({ kind: 'refused', byUser: true });
  });

  test('is accepted once: of two at the same moment only one counts', async () => {
    const { listener } = await listen();
    const pages = await Promise.allSettled([
      visit(`${listener.redirectUri}?code=one&state=right`),
      visit(`${listener.redirectUri}?code=two&state=right`),
    ]);
    const accepted = pages.filter(
      (page) => page.status === 'fulfilled' && page.value.status === 200,
    );
    expect(accepted).toHaveLength(1);
    expect((await listener.outcome).kind).toBe('code');
  });
});

describe('anything else', () => {
  test.each([
    ['another path', '/', 'GET', undefined, 404],
    ['the icon', '/favicon.ico', 'GET', undefined, 404],
    ['another method', '/callback?code=x&state=right', 'POST', undefined, 405],
    ['another host', '/callback?code=x&state=right', 'GET', 'evil.example', 421],
    ['localhost', '/callback?code=x&state=right', 'GET', 'localhost', 421],
  ])('%s is answered without ending the wait', async (_, path, method, host, status) => {
    const { listener } = await listen();
    const headers = host === undefined ? {} : { host: `${host}:${listener.port}` };
    const answer = await visit(`http://127.0.0.1:${listener.port}${path}`, { method, headers });
    expect(answer.status).toBe(status);
    await visit(`${listener.redirectUri}?code=good&state=right`);
    expect((await listener.outcome).kind).toBe('code');
  });

  test('every answer forbids caching, referrers, sniffing and loading', async () => {
    const { listener } = await listen();
    for (const path of ['/', '/callback', '/callback?code=good&state=right']) {
      const { headers } = await visit(`http://127.0.0.1:${listener.port}${path}`);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  test('listens on the loopback literal only', async () => {
    const { listener } = await listen();
    expect(listener.redirectUri).toBe(`http://127.0.0.1:${listener.port}/callback`);
    const other = connect(listener.port, '127.0.0.2');
    await once(other, 'error');
    other.destroy();
  });
});

describe('the end', () => {
  test('comes by itself after the time limit', async () => {
    const { listener, clock } = await listen();
    await clock.advance(299_999);
    await visit(`${listener.redirectUri}?code=x&state=wrong`);
    await clock.advance(1);
    expect(await listener.outcome).toEqual({ kind: 'timed-out' });
    await listener.close();
    expect(await refusesConnections(listener.port)).toBe(true);
  });

  test('comes at once on cancelling, open sockets included', async () => {
    const { listener, clock } = await listen();
    const idle = connect(listener.port, '127.0.0.1');
    await once(idle, 'connect');
    const ended = once(idle, 'close');
    await listener.close();
    await ended;
    expect(await listener.outcome).toEqual({ kind: 'cancelled' });
    expect(clock.pendingCount).toBe(0);
  });
});

describe('ports', () => {
  test('a busy one is passed over', async () => {
    const busy = await occupy();
    const { listener } = await listen([busy.port, 0]);
    expect(listener.port).not.toBe(busy.port);
    busy.close();
  });

  test('when all are busy there is no listener', async () => {
    const busy = [await occupy(), await occupy()];
    const listener = await LoopbackListener.open(
      busy.map(({ port }) => port),
      { clock: new ManualClock(), state: new Secret('right'), limitMs: 1 },
    );
    expect(listener).toBeNull();
    for (const { close } of busy) {
      close();
    }
  });
});
