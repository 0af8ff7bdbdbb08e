import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';
import type { TokenOutcome } from '../../../../electron/session/token-response.ts';
import type { RefreshCause, RefreshOutcome } from '../../../../shared/connection.ts';
import { HOUR_MS, type KeeperBench, startedBench } from './harness/keeper-bench.ts';
import { ScriptedLock } from './harness/scripted-lock.ts';

const MINUTE_MS = 60_000;
const DUE_MS = 0.875 * HOUR_MS;
const offline: TokenOutcome = { kind: 'network', code: 'ENETUNREACH' };

/** What led to the last refresh, by each cause; a cause without one does not compile. */
const CAUSES: Record<RefreshCause, (bench: KeeperBench) => Promise<unknown>> = {
  planned: ({ clock }) => clock.advance(DUE_MS),
  needed: ({ clock, keeper }) => {
    clock.jump(2 * HOUR_MS);
    return keeper.getAccessToken();
  },
  refused: ({ keeper }) => {
    keeper.invalidate(new Secret('access-0'));
    return keeper.getAccessToken();
  },
  'clock-went-back': ({ clock }) => {
    clock.jump(-24 * HOUR_MS);
    return clock.advance(4 * MINUTE_MS);
  },
  retry: async ({ clock, endpoint }) => {
    endpoint.answer(offline);
    await clock.advance(DUE_MS + 10_000);
    endpoint.answer(() => endpoint.grant());
    await clock.advance(20 * MINUTE_MS);
  },
  woken: async ({ clock, endpoint, keeper }) => {
    endpoint.answer(offline);
    await clock.advance(DUE_MS + 10_000);
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('system');
  },
  'by-hand': async ({ clock, endpoint, keeper }) => {
    endpoint.answer(offline);
    await clock.advance(DUE_MS + 10_000);
    endpoint.answer(() => endpoint.grant());
    await keeper.retry('user');
  },
};

test.each(Object.entries(CAUSES))(
  'the refresh log names what led to a refresh: %s',
  async (cause, lead) => {
    const bench = await startedBench();
    await lead(bench);
    const [last] = bench.refreshLog.records;
    expect(last).toMatchObject({ cause, outcome: 'refreshed' });
    expect(bench.keeper.connection.refreshes).toEqual(bench.refreshLog.records);
  },
);

test.each<[RefreshOutcome, TokenOutcome]>([
  ['offline', offline],
  ['offline', { kind: 'unreadable', status: 302, foreign: true }],
  ['rate-limited', { kind: 'rate-limited', retryAfterMs: null }],
  ['service-trouble', { kind: 'server-trouble', status: 502 }],
  ['refused', { kind: 'invalid-grant' }],
  ['client-invalid', { kind: 'invalid-client' }],
])('the refresh log names what came of it: %s', async (outcome, answer) => {
  const { clock, endpoint, refreshLog } = await startedBench();
  endpoint.answer(answer);
  await clock.advance(DUE_MS + 10_000);
  expect(refreshLog.records).toMatchObject([{ cause: 'planned', outcome }]);
});

describe('the refresh log', () => {
  test('names the expected end after six months', async () => {
    const { clock, endpoint, refreshLog } = await startedBench(0, { with: { authorizedAtMs: 0 } });
    endpoint.answer({ kind: 'invalid-grant' });
    await clock.advance(DUE_MS);
    expect(refreshLog.records).toMatchObject([{ outcome: 'expired' }]);
  });

  test('names another process that kept the lock', async () => {
    const lock = new ScriptedLock();
    const { clock, refreshLog } = await startedBench(0, { lock });
    lock.isTakenByOther = true;
    await clock.advance(DUE_MS + 91_000);
    expect(refreshLog.records).toMatchObject([{ cause: 'planned', outcome: 'other-instance' }]);
  });

  test('does not blame another process for a refresh that closing broke off', async () => {
    const lock = new ScriptedLock();
    const { clock, keeper, refreshLog } = await startedBench(0, { lock });
    lock.isTakenByOther = true;
    await clock.advance(DUE_MS);
    await keeper.close();
    expect(refreshLog.records).toEqual([]);
  });

  test('has one line a refresh, its quick retries included', async () => {
    const { clock, endpoint, refreshLog } = await startedBench();
    endpoint.answer(offline);
    await clock.advance(DUE_MS + 10_000);
    expect(endpoint.requests).toHaveLength(4);
    expect(refreshLog.records).toHaveLength(1);
  });

  test('is cleared with the session it belongs to', async () => {
    const { clock, keeper, refreshLog } = await startedBench();
    await clock.advance(DUE_MS);
    expect(refreshLog.records).toHaveLength(1);
    await keeper.disconnect();
    expect(refreshLog.records).toEqual([]);
  });
});
