import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Watch } from '../../../electron/watch.ts';
import { accountKnown, BY_BROWSER, checked, until, WatchBench } from './harness/watch-bench.ts';

let bench: WatchBench;
let watch: Watch;

beforeEach(async () => {
  bench = await WatchBench.start();
  watch = await bench.watchSignedIn();
});
afterEach(() => bench.close());

const count = () => bench.service.requests.length;
const headsSince = (before: number) =>
  bench.service.requests
    .slice(before)
    .filter(({ path, query }) => path === '/v1/me/tracks' && query.includes('offset=0'))
    .map(({ status }) => status);

async function checkNow(): Promise<void> {
  const start = await watch.library.checkNow();
  await (start.kind === 'not-now' ? null : start.outcome);
}

describe('while the system says that it is offline', () => {
  it('neither the Web API nor the token endpoint is asked, and one word sets all going', async () => {
    const access = await watch.session.getAccessToken();
    bench.isOnline = false;
    const before = count();
    await checkNow();
    expect(watch.api.serviceState).toEqual({ kind: 'offline', cause: 'no-network' });
    if (access.kind === 'token') {
      watch.session.invalidate(access.token);
    }
    expect(await watch.session.getAccessToken()).toMatchObject({
      kind: 'unavailable',
      state: { kind: 'offline', cause: 'no-network' },
    });
    expect(await watch.testConnection()).toMatchObject({ kind: 'no-token' });
    expect(count()).toBe(before);

    bench.isOnline = true;
    watch.retry('system');
    await until(watch, () => watch.session.state.kind === 'active');
    await checked(watch);
    expect(watch.api.serviceState).toEqual({ kind: 'ok' });
  });
});

describe('word that the network is back', () => {
  it('lets a pass go on that would have waited for a minute', async () => {
    const fault = bench.service.faults.add({
      match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
      action: { kind: 'reset' },
    });
    for (let time = 0; time < 12; time += 1) {
      await checkNow();
    }
    fault.remove();
    const [before, sinceMs] = [count(), bench.clock.monotonicMs()];
    const lastCheck = (await watch.library.status()).lastCheckAtMs ?? 0;
    await new Promise<void>((resolve) => {
      const stop = watch.library.statusChanged.subscribe(({ lastCheckAtMs }) => {
        if ((lastCheckAtMs ?? 0) > lastCheck) {
          stop();
          resolve();
        }
      });
      // A tenth of a second is a second here, and word from outside waits for that.
      bench.clock.setTimer(1_000, () => watch.retry('system'));
    });
    expect(count()).toBeGreaterThan(before);
    expect(bench.clock.monotonicMs() - sinceMs).toBeLessThan(40_000);
  });
});

describe('what was answered to one sign-in', () => {
  it('is not sent again while it lasts, and sent anew after the next', async () => {
    let before = count();
    await checked(watch);
    expect(headsSince(before)).toEqual([304]);

    await watch.disconnect();
    await watch.signIn(bench.service.clientId, BY_BROWSER);
    await accountKnown(watch);
    before = count();
    await checked(watch);
    expect(headsSince(before)[0]).toBe(200);
  });

  it('is sent anew to another account of the same client', async () => {
    bench.answerAs('somebody-else');
    const before = count();
    const signIn = watch.signIn(bench.service.clientId, BY_BROWSER);
    await until(watch, () => watch.session.state.kind === 'confirming-account');
    watch.session.confirmAccount(true);
    await signIn;
    await accountKnown(watch);
    await checked(watch);
    expect(headsSince(before)[0]).toBe(200);
  });
});
